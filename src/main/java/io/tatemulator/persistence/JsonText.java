package io.tatemulator.persistence;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Converts lists that are stored in one column because no query reads their items. */
public final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** Returns the column value of a list; empty for an empty list. */
  public static String write(List<?> list) {
    return list.isEmpty() ? "" : MAPPER.writeValueAsString(list);
  }

  /** Returns the list of a column value. */
  public static <T> List<T> readList(String column, Class<T> item) {
    return column.isEmpty()
        ? List.of()
        : MAPPER.readValue(
            column, MAPPER.getTypeFactory().constructCollectionType(List.class, item));
  }
}
