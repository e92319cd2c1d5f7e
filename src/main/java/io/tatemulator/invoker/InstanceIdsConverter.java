package io.tatemulator.invoker;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Stores instance ids in one column, since no query searches invokers by instance. */
@Converter
final class InstanceIdsConverter implements AttributeConverter<List<String>, String> {
  private static final String SEPARATOR = ",";

  @Override
  public String convertToDatabaseColumn(List<String> instanceIds) {
    return String.join(SEPARATOR, instanceIds);
  }

  @Override
  public List<String> convertToEntityAttribute(String column) {
    return List.of(column.split(SEPARATOR));
  }
}
