package io.tatemulator.persistence;

import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.springframework.stereotype.Component;

/** Finds the columns whose values are the names of an enum's constants. */
@Component
public final class EnumColumns {
  private final EntityManagerFactory entities;

  EnumColumns(EntityManagerFactory entities) {
    this.entities = entities;
  }

  /** Returns the allowed values of a table's enum columns, by column name in lower case. */
  public Map<String, Set<String>> of(String table) {
    Map<String, Set<String>> values = new HashMap<>();
    entities
        .unwrap(SessionFactoryImplementor.class)
        .getMappingMetamodel()
        .forEachEntityDescriptor(
            entity ->
                entity.forEachSelectable(
                    (place, column) -> {
                      Class<?> type =
                          column.getJdbcMapping().getMappedJavaType().getJavaTypeClass();
                      if (type.isEnum() && belongsTo(table, column)) {
                        values.put(column.getSelectionExpression(), names(type));
                      }
                    }));
    return values;
  }

  private static boolean belongsTo(String table, SelectableMapping column) {
    return column.getContainingTableExpression().equals(table);
  }

  private static Set<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
