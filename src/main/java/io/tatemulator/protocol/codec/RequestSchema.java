package io.tatemulator.protocol.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a request record declares, with their types and constraints. The component
 * {@code invokerIds} is the parameter {@code InvokerIds}.
 */
final class RequestSchema {
  /** The type of a parameter. */
  sealed interface Shape {}

  /** A text, an integer or a boolean. */
  enum Scalar implements Shape {
    TEXT,
    INTEGER,
    SIGNED_INTEGER,
    BOOLEAN
  }

  /** A list whose items have one shape. */
  record ListOf(Shape item) implements Shape {}

  /** An object with parameters of its own. */
  record Structure(RequestSchema schema) implements Shape {}

  /** A parameter of a request or of a structure in it. */
  record Parameter(
      String name,
      Shape shape,
      boolean required,
      boolean sensitive,
      List<Constraint> constraints) {}

  private static final ClassValue<RequestSchema> CACHE =
      new ClassValue<>() {
        @Override
        protected RequestSchema computeValue(Class<?> type) {
          return new RequestSchema(type);
        }
      };

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Constructor<?> constructor;

  private RequestSchema(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      Parameter parameter = parameter(component);
      parameters.put(parameter.name(), parameter);
    }
    constructor = constructor(type, components);
  }

  static RequestSchema of(Class<?> type) {
    return CACHE.get(type);
  }

  Map<String, Parameter> parameters() {
    return parameters;
  }

  Object instantiate(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "cannot create request record " + constructor.getDeclaringClass().getName(), e);
    }
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  private static Parameter parameter(RecordComponent component) {
    String name = component.getName();
    return new Parameter(
        Character.toUpperCase(name.charAt(0)) + name.substring(1),
        component.isAnnotationPresent(Int64.class)
            ? Scalar.SIGNED_INTEGER
            : shape(component.getGenericType()),
        component.isAnnotationPresent(Required.class),
        component.isAnnotationPresent(Sensitive.class),
        Constraint.of(component));
  }

  private static Shape shape(Type type) {
    if (type == String.class) {
      return Scalar.TEXT;
    }
    if (type == Long.class) {
      return Scalar.INTEGER;
    }
    if (type == Boolean.class) {
      return Scalar.BOOLEAN;
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new ListOf(shape(list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> record && record.isRecord()) {
      return new Structure(of(record));
    }
    throw new IllegalStateException("unsupported type of a request parameter: " + type);
  }
}
