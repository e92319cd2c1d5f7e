package io.tatemulator.storage;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Checks the rows of a loaded snapshot for what the schema has no constraints, since only a file
 * written by hand violates it.
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
   * @throws SnapshotFormatException naming a table with a reference to a missing row or a gap
   *     between the places of a list
   */
  void check() {
    for (Reference one : REFERENCES) {
      requireNone(
          String.format(
              Locale.ROOT,
              "select 1 from %s r where not exists (select 1 from %s t where t.id = r.%s) limit 1",
              one.table(),
              one.target(),
              one.column()),
          "a row of " + one.table() + " has a " + one.column() + " that is not in " + one.target());
    }
    for (Positions one : POSITIONS) {
      requireNone(
          String.format(
              Locale.ROOT,
              "select 1 from %s group by %s having min(place) <> 0 or max(place) <> count(*) - 1",
              one.table(),
              one.owner()),
          "the places in " + one.table() + " do not count up from 0");
    }
  }

  private void requireNone(String query, String otherwise) {
    if (!jdbc.queryForList(query, Integer.class).isEmpty()) {
      throw new SnapshotFormatException(otherwise);
    }
  }
}
