package io.tatemulator.storage;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Checks the integrity rules that the schema has no constraints for, since only a snapshot file
 * written by hand violates them.
 */
@Component
final class SnapshotIntegrity {
  private record Reference(String table, String column, String target) {}

  private record Positions(String table, String owner) {}

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

  private static final List<Positions> POSITIONS =
      List.of(
          new Positions("command_tag", "command_id"),
          new Positions("invoker_tag", "invoker_id"),
          new Positions("register_instance_tag", "instance_row"));

  private final JdbcTemplate jdbc;

  SnapshotIntegrity(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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
              "select 1 from %s r where not exists (select 1 from %s t where t.id = r.%s) limit 1",
              reference.table(),
              reference.target(),
              reference.column()),
          String.format(
              Locale.ROOT,
              "a row of %s has a %s that is not in %s",
              reference.table(),
              reference.column(),
              reference.target()));
    }
    for (Positions positions : POSITIONS) {
      requireNone(
          String.format(
              Locale.ROOT,
              "select 1 from %s group by %s having min(place) <> 0 or max(place) <> count(*) - 1",
              positions.table(),
              positions.owner()),
          "the places in " + positions.table() + " do not count up from 0");
    }
  }

  private void requireNone(String query, String message) {
    if (!jdbc.queryForList(query, Integer.class).isEmpty()) {
      throw new SnapshotFormatException(message);
    }
  }
}
