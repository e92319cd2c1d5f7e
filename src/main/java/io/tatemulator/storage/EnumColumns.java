package io.tatemulator.storage;

import io.tatemulator.support.EnumColumn;
import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.springframework.stereotype.Component;

/** The columns whose texts are the names of an enum's constants. */
@Component
final class EnumColumns {
  private final EntityManagerFactory entities;
  private final List<EnumColumn> others;

  EnumColumns(EntityManagerFactory entities, List<EnumColumn> others) {
    this.entities = entities;
    this.others = others;
  }

  /** Returns the texts that each of a table's columns may hold, by its name in lower case. */
  Map<String, Set<String>> of(String table) {
    Map<String, Set<String>> found = new HashMap<>();
    entities
        .unwrap(SessionFactoryImplementor.class)
        .getMappingMetamodel()
        .forEachEntityDescriptor(
            entity ->
                entity.forEachSelectable(
                    (place, column) -> {
                      Class<?> type =
                          column.getJdbcMapping().getMappedJavaType().getJavaTypeClass();
                      if (type.isEnum() && isOf(table, column)) {
                        found.put(column.getSelectionExpression(), names(type));
                      }
                    }));
    others.stream()
        .filter(column -> column.table().equals(table))
        .forEach(column -> found.put(column.column(), names(column.type())));
    return found;
  }

  private static boolean isOf(String table, SelectableMapping column) {
    return column.getContainingTableExpression().equals(table);
  }

  private static Set<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
