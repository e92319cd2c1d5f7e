package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class TablesTest extends AcceptanceTest {
  private static final String ALL =
      "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'";

  private static final String REFERENCES =
      """
      select lower(c.table_name) as referring, lower(u.table_name) as referred
        from information_schema.referential_constraints r
        join information_schema.table_constraints c on c.constraint_name = r.constraint_name
        join information_schema.table_constraints u on u.constraint_name = r.unique_constraint_name""";

  private final JdbcTemplate jdbc = part(JdbcTemplate.class);

  @Test
  void aSnapshotHoldsEveryTableButThoseOfSnapshotsAndMigrations() {
    List<String> tables = jdbc.queryForList(ALL, String.class);

    assertThat(tables)
        .containsAll(Tables.ALL)
        .filteredOn(table -> !Tables.ALL.contains(table))
        .containsExactlyInAnyOrder("snapshot", "id_mark", "write_probe", "flyway_schema_history");
  }

  @Test
  void everyTableIsAnEntityOrACollectionOfOne() {
    EntityNames names = part(EntityNames.class);

    assertThat(jdbc.queryForList(ALL, String.class))
        .filteredOn(table -> !table.equals("flyway_schema_history"))
        .allSatisfy(
            table -> {
              if (Tables.OF_COLLECTIONS.contains(table)) {
                assertThat(names.collection(table).attribute()).isEqualTo("tags");
              } else {
                assertThat(names.entity(table)).startsWith("io.tatemulator.");
              }
            });
  }

  @Test
  void eachTableStandsAfterThoseThatItRefersTo() {
    List<List<String>> references =
        jdbc.query(REFERENCES, (row, number) -> List.of(row.getString(1), row.getString(2)));

    assertThat(references)
        .isNotEmpty()
        .allMatch(pair -> Tables.ALL.indexOf(pair.get(0)) > Tables.ALL.indexOf(pair.get(1)));
  }
}
