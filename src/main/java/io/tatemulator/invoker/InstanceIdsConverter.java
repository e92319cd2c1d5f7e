package io.tatemulator.invoker;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Instance ids in one column, since nothing ever looks for an invoker by its instances. */
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
