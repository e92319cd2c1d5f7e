package io.tatemulator.state;

import io.tatemulator.persistence.EntityNames;
import io.tatemulator.persistence.Tables;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Checks the integrity rules that the schema has no constraints for, since only a snapshot file
 * written by hand violates them.
 */
@Component
final class SnapshotIntegrity {
  private record Reference(String table, String column, String target) {}

  private static final List<Reference> REFERENCES =
      List.of(
          new Reference("command_revision", "tenant_id", "tenant"),
          new Reference("invoker", "tenant_id", "tenant"),
          new Reference("invoker", "command_id", "command"),
          new Reference("invocation", "tenant_id", "tenant"),
          new Reference("invocation", "revision_id", "command_revision"),
          new Reference("invocation_task", "tenant_id", "tenant"),
          new Reference("invocation_task", "invocation_id", "invocation"),
          new Reference("invoker_record", "tenant_id", "tenant"),
          new Reference("invoker_record", "invocation_id", "invocation"));

  private final EntityManager entities;
  private final EntityNames names;

  SnapshotIntegrity(EntityManager entities, EntityNames names) {
    this.names = names;
    this.entities = entities;
  }

  /**
   * Checks all rows.
   *
   * @throws SnapshotFormatException naming a table that has a reference to a missing row, or a list
   *     with a gap between its places
   */
  void check() {
    for (Reference reference : REFERENCES) {
      requireNone(
          String.format(
              Locale.ROOT,
              "select 1 from %s r where not exists (select 1 from %s t where t.id = r.%s)",
              names.entity(reference.table()),
              names.entity(reference.target()),
              names.attribute(reference.table(), reference.column())),
          String.format(
              Locale.ROOT,
              "a row of %s has a %s that is not in %s",
              reference.table(),
              reference.column(),
              reference.target()));
    }
    for (String table : Tables.OF_COLLECTIONS) {
      EntityNames.CollectionName collection = names.collection(table);
      requireNone(
          String.format(
              Locale.ROOT,
              "select 1 from %s r join r.%s i group by r.id"
                  + " having min(index(i)) <> 0 or max(index(i)) <> count(*) - 1",
              collection.entity(),
              collection.attribute()),
          "the places in " + table + " do not count up from 0");
    }
  }

  private void requireNone(String query, String message) {
    if (!entities.createQuery(query, Integer.class).setMaxResults(1).getResultList().isEmpty()) {
      throw new SnapshotFormatException(message);
    }
  }
}
