package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.annotations.SerializedName;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.tag.v20180813.models.ModifyResourceTagsRequest;
import com.tencentcloudapi.tat.v20201028.models.CreateInvokerRequest;
import com.tencentcloudapi.tat.v20201028.models.Invoker;
import com.tencentcloudapi.tat.v20201028.models.Tag;
import io.tatemulator.protocol.ActionHandler;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Requests and answers have the members that the official Java client has, with their types. */
class SdkModelTest {
  private static String models(Class<?> handler) {
    Class<?> example =
        handler.getName().startsWith("io.tatemulator.tag.")
            ? ModifyResourceTagsRequest.class
            : CreateInvokerRequest.class;
    return example.getPackageName();
  }

  static Stream<Class<?>> handlers() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ActionHandler.class));
    return scanner.findCandidateComponents("io.tatemulator").stream()
        .<Class<?>>map(bean -> type(Objects.requireNonNull(bean.getBeanClassName())))
        .filter(handler -> handler.getPackageName().endsWith(".action"));
  }

  @Test
  void looksAtEveryAction() {
    assertThat(handlers()).hasSizeGreaterThanOrEqualTo(13);
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void requestsHaveTheMembersOfTheOfficialClient(Class<?> handler) {
    assertThat(ours(argument(handler, 0))).isEqualTo(theirs(handler, "Request"));
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void answersHaveTheMembersOfTheOfficialClient(Class<?> handler) {
    Map<String, Object> theirs = theirs(handler, "Response");
    theirs.remove("RequestId");

    assertThat(ours(argument(handler, 1))).isEqualTo(theirs);
  }

  private static Class<?> argument(Class<?> handler, int index) {
    Class<?>[] arguments = GenericTypeResolver.resolveTypeArguments(handler, ActionHandler.class);
    return Objects.requireNonNull(arguments)[index];
  }

  private static Map<String, Object> theirs(Class<?> handler, String suffix) {
    return theirs(type(models(handler) + "." + handler.getSimpleName() + suffix));
  }

  /** A structure as a map from its members' names to their types. */
  private static Map<String, Object> theirs(Class<?> model) {
    Map<String, Object> members = new TreeMap<>();
    for (Field field : model.getDeclaredFields()) {
      SerializedName name = field.getAnnotation(SerializedName.class);
      if (name != null) {
        members.put(name.value(), theirShape(field.getType()));
      }
    }
    if (model == Invoker.class) {
      // Documented for the type Invoker since after this client was made.
      members.put("Tags", List.of(theirs(Tag.class)));
    }
    return members;
  }

  private static Object theirShape(Class<?> type) {
    if (type.isArray()) {
      return List.of(theirShape(type.getComponentType()));
    }
    return AbstractModel.class.isAssignableFrom(type) ? theirs(type) : type.getSimpleName();
  }

  private static Map<String, Object> ours(Class<?> record) {
    Map<String, Object> members = new TreeMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      String name = component.getName();
      members.put(
          Character.toUpperCase(name.charAt(0)) + name.substring(1),
          ourShape(component.getGenericType()));
    }
    return members;
  }

  private static Object ourShape(Type type) {
    if (type instanceof ParameterizedType list) {
      return List.of(ourShape(list.getActualTypeArguments()[0]));
    }
    Class<?> known = (Class<?>) type;
    if (known == Instant.class) {
      return "String";
    }
    if (known.isPrimitive()) {
      return known == long.class ? "Long" : "Boolean";
    }
    return known.isRecord() ? ours(known) : known.getSimpleName();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
