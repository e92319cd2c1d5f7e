package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.support.CannotStartException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseSchemaTest {
  private static final String COLUMNS =
      """
      select table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
        from information_schema.columns
        where table_schema = 'PUBLIC' and table_name <> 'flyway_schema_history' order by 1, 2""";

  // Without names, since H2 gives many of them.
  private static final String INDEXES =
      """
      select table_name, is_unique, listagg(column_name) within group (order by ordinal_position) as columns
        from information_schema.index_columns where table_schema = 'PUBLIC'
        group by table_name, index_name, is_unique order by 1, 2, 3""";

  private static final String CONSTRAINTS =
      """
      select c.table_name, c.constraint_type, u.table_name as referred, r.delete_rule,
             listagg(k.column_name) within group (order by k.ordinal_position) as columns
        from information_schema.table_constraints c
        join information_schema.key_column_usage k on k.constraint_name = c.constraint_name
        left join information_schema.referential_constraints r on r.constraint_name = c.constraint_name
        left join information_schema.table_constraints u on u.constraint_name = r.unique_constraint_name
        where c.table_schema = 'PUBLIC'
        group by c.table_name, c.constraint_name, c.constraint_type, u.table_name, r.delete_rule
        order by 1, 2, 3, 5""";

  private static final String SEQUENCES =
      """
      select sequence_name, increment, cache from information_schema.sequences
        where sequence_schema = 'PUBLIC' order by 1""";

  private final JdbcDataSource database = inMemory();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);

  private static JdbcDataSource inMemory() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  private static FluentConfiguration flyway(JdbcDataSource database) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:io/tatemulator/db/migration/h2")
        .placeholders(Map.of("first-id", "7"));
  }

  private static List<List<Map<String, Object>>> structure(JdbcDataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    return List.of(
        jdbc.queryForList(COLUMNS),
        jdbc.queryForList(INDEXES),
        jdbc.queryForList(CONSTRAINTS),
        jdbc.queryForList(SEQUENCES));
  }

  @Test
  void theScriptMakesWhatTheMigrationsMake() throws SQLException {
    JdbcDataSource migrated = inMemory();
    flyway(migrated).load().migrate();

    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();

    assertThat(structure(database)).isEqualTo(structure(migrated));
    assertThat(structure(database)).noneMatch(List::isEmpty);
  }

  @Test
  void itsVersionIsThatOfTheNewestMigration() {
    assertThat(flyway(database).load().migrate().targetSchemaVersion)
        .isEqualTo(DatabaseSchema.VERSION);
  }

  @Test
  void flywayFindsNothingToDoAfterTheScript() throws SQLException {
    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();

    assertThat(flyway(database).load().migrate().migrationsExecuted).isZero();
  }

  @Test
  void twoNewDatabasesDoNotIssueTheSameIdentifiers() throws SQLException {
    JdbcDataSource another = inMemory();
    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();
    new DatabaseSchema(another, new H2Dialect()).bringUpToDate();

    String next = "select next value for emulator_id";
    assertThat(jdbc.queryForObject(next, Long.class))
        .isNotEqualTo(new JdbcTemplate(another).queryForObject(next, Long.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "4", "7", "9"})
  void anOlderDatabaseIsMigratedAndKeepsItsRows(String version) throws SQLException {
    flyway(database).target(version).load().migrate();
    jdbc.update("insert into tenant (id, account, region) values (1, 'a', 'r')");

    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();

    JdbcDataSource fresh = inMemory();
    new DatabaseSchema(fresh, new H2Dialect()).bringUpToDate();
    assertThat(structure(database)).isEqualTo(structure(fresh));
    assertThat(jdbc.queryForObject("select account from tenant", String.class)).isEqualTo("a");
  }

  /** The date of the API's version is the date of built-in rows. */
  @ParameterizedTest
  @CsvSource({
    "command, 2020-10-28T00:00:00Z, 1970-01-01T00:00:00Z",
    "command, 2015-06-01T00:00:00Z, 2015-06-01T00:00:00Z",
    "invocation, 2020-10-28T00:00:00Z, 2020-10-28T00:00:00Z"
  })
  void anOlderDatabaseHasNotForgottenItsLastEvent(String table, Instant changed, Instant event)
      throws SQLException {
    flyway(database).target("10").load().migrate();
    jdbc.update("insert into tenant (id, account, region) values (1, 'a', 'r'), (2, 'b', 'r')");
    requireNoValuesOf(table);
    jdbc.update("insert into " + table + " (updated_at) values (?)", changed.toEpochMilli());

    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();

    assertThat(jdbc.queryForList("select last_event_at from tenant order by id", Long.class))
        .containsExactly(event.toEpochMilli(), 0L);
  }

  private void requireNoValuesOf(String table) {
    jdbc.execute("set referential_integrity false");
    jdbc.queryForList(
            "select column_name from information_schema.columns where table_name = upper(?)"
                + " and is_nullable = 'NO'",
            String.class,
            table)
        .forEach(
            column ->
                jdbc.execute(
                    "alter table " + table + " alter column " + column + " set default 1"));
  }

  @Test
  void anOlderDatabaseKnowsWhoseItsRevisionsAreAndWhichHaveRetired() throws SQLException {
    flyway(database).target("12").load().migrate();
    jdbc.update(
        "insert into tenant (id, account, region, last_event_at) values (1, 'a', 'r', 77), (2, 'b', 'r', 88)");
    List.of("command_revision", "command", "invocation").forEach(this::requireNoValuesOf);
    jdbc.update("insert into command_revision (id) values (11), (12), (13), (14)");
    jdbc.update("insert into command (id, tenant_id, revision_id) values (1, 1, 11)");
    jdbc.update(
        "insert into invocation (id, tenant_id, revision_id) values (1, 1, 11), (2, 2, 12), (3, 2, 12), (4, 1, 13)");

    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();

    assertThat(
            jdbc.query(
                "select id, tenant_id, retired_at from command_revision order by id",
                (row, index) -> row.getInt(1) + " " + row.getInt(2) + " " + row.getString(3)))
        .containsExactly("11 1 null", "12 2 88", "13 1 77");
  }

  @Test
  void aCurrentDatabaseIsLeftAlone() throws SQLException {
    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();
    jdbc.update("insert into tenant (id, account, region) values (1, 'a', 'r')");
    jdbc.execute("drop table snapshot");

    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();

    assertThat(jdbc.queryForObject("select account from tenant", String.class)).isEqualTo("a");
    assertThat(tables()).doesNotContain("SNAPSHOT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "14"})
  void anInterruptedCreationBeginsAnew(String version) throws SQLException {
    flyway(database).target(version).load().migrate();
    jdbc.execute("delete from \"flyway_schema_history\"");
    jdbc.execute("drop table invoker_tag");

    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();

    JdbcDataSource fresh = inMemory();
    new DatabaseSchema(fresh, new H2Dialect()).bringUpToDate();
    assertThat(structure(database)).isEqualTo(structure(fresh));
  }

  @Test
  void aDatabaseOfANewerVersionIsNotTouched() throws SQLException {
    new DatabaseSchema(database, new H2Dialect()).bringUpToDate();
    jdbc.update("update \"flyway_schema_history\" set \"version\" = '999'");

    assertThatThrownBy(() -> new DatabaseSchema(database, new H2Dialect()).bringUpToDate())
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("newer version")
        .hasMessageContaining("999");
  }

  @Test
  void aFailedMigrationStopsTheStart() throws SQLException {
    flyway(database).target("9").load().migrate();
    jdbc.update("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '9'");

    assertThatThrownBy(() -> new DatabaseSchema(database, new H2Dialect()).bringUpToDate())
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("9")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void theTablesOfAnotherProgramAreNotChanged() {
    jdbc.execute("create table theirs (id int)");

    assertThatThrownBy(() -> new DatabaseSchema(database, new H2Dialect()).bringUpToDate())
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("the database cannot be migrated: ")
        .hasMessageContaining("non-empty");
    assertThat(tables()).containsExactly("THEIRS");
  }

  private List<String> tables() {
    return jdbc.queryForList(
        "select table_name from information_schema.tables where table_schema = 'PUBLIC'",
        String.class);
  }
}
