package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tatemulator.support.Tenant;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.OnlyOnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A folder of an older version, whose tables are migrated at a start. */
@OnlyOnH2
class DatabaseUpgradeTest {
  private static final String VERSION =
      "select max(cast(\"version\" as int)) from \"flyway_schema_history\"";

  private static final String TENANTS = "select region from tenant where id < 100";

  private static final Tenant OTHER = new Tenant(Tenant.DEFAULT.account(), "ap-beijing");

  @TempDir private Path folder;
  private final JdbcDataSource database = new JdbcDataSource();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);

  @BeforeEach
  void createAnOlderFolder() {
    database.setUrl("jdbc:h2:file:" + folder.resolve("tat") + ";TRACE_LEVEL_FILE=0");
    database.setUser("tat");
    database.setPassword("");
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:io/tatemulator/db/migration/h2")
        .placeholders(Map.of("first-id", "1"))
        .target("7")
        .load()
        .migrate();
    add(7, Tenant.DEFAULT);
    add(8, OTHER);
  }

  private void add(long id, Tenant tenant) {
    jdbc.update(
        "insert into tenant (id, account, region) values (?, ?, ?)",
        id,
        tenant.account(),
        tenant.region());
  }

  private InProcess start() {
    return new InProcess(folder, new MutableClock());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void hasItsRowsAndNothingElseAfterwards() throws IOException {
    start().close();
    assertThat(jdbc.queryForList(TENANTS, String.class)).contains(OTHER.region());
    assertThat(files()).containsExactly("tat.mv.db");
    assertThat(jdbc.queryForObject(VERSION, Integer.class)).hasToString(DatabaseSchema.VERSION);
  }

  @Test
  void isAsItWasWhenTheMigrationDoesNotComeToItsEnd() throws IOException {
    // V9 creates one too, after V8 has been committed.
    jdbc.execute("create table snapshot (name varchar)");

    assertThat(catchThrowable(this::start)).hasRootCauseInstanceOf(SQLException.class);

    assertThat(jdbc.queryForObject(VERSION, Integer.class)).isEqualTo(7);
    jdbc.execute("drop table snapshot");
    start().close();
    assertThat(jdbc.queryForList(TENANTS, String.class)).contains(OTHER.region());
    assertThat(files()).containsExactly("tat.mv.db");
  }

  @Test
  void isMigratedOverWhatAKilledMigrationHasLeft() throws IOException {
    Files.writeString(folder.resolve("tat-upgrade.mv.db"), "half");
    Files.writeString(folder.resolve("tat-upgrade.zip"), "half");

    start().close();

    assertThat(files()).containsExactly("tat.mv.db");
    assertThat(jdbc.queryForObject(VERSION, Integer.class)).hasToString(DatabaseSchema.VERSION);
  }
}
