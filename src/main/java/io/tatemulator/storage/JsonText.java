package io.tatemulator.storage;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Lists that are kept in one column because nothing ever looks into them. */
public final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** The column for a list; empty for an empty one. */
  public static String write(List<?> list) {
    return list.isEmpty() ? "" : MAPPER.writeValueAsString(list);
  }

  /** The list in a column. */
  public static <T> List<T> readList(String column, Class<T> item) {
    return column.isEmpty()
        ? List.of()
        : MAPPER.readValue(
            column, MAPPER.getTypeFactory().constructCollectionType(List.class, item));
  }
}
