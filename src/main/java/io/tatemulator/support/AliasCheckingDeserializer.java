package io.tatemulator.support;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/**
 * Rejects an object that has a member both under its name and under a {@link JsonAlias}, of which
 * Jackson would silently keep the last one.
 */
public final class AliasCheckingDeserializer extends ValueDeserializer<Object> {
  private final @Nullable JavaType type;

  /** Creates a deserializer that is bound to the type of the annotated property. */
  public AliasCheckingDeserializer() {
    this(null);
  }

  private AliasCheckingDeserializer(@Nullable JavaType type) {
    this.type = type;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    return new AliasCheckingDeserializer(property.getType());
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    JavaType target = Objects.requireNonNull(type);
    JsonNode tree = context.readTree(parser);
    for (RecordComponent component : target.getRawClass().getRecordComponents()) {
      JsonAlias aliases = component.getAccessor().getAnnotation(JsonAlias.class);
      if (aliases != null) {
        requireOneName(tree, component.getName(), aliases);
      }
    }
    return context.readTreeAsValue(tree, target);
  }

  private static void requireOneName(JsonNode tree, String name, JsonAlias aliases) {
    for (String alias : aliases.value()) {
      if (tree.has(name) && tree.has(alias)) {
        throw new IllegalArgumentException(
            "specify at most one of `" + name + "` and `" + alias + "`, its deprecated name");
      }
    }
  }
}
