package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.OnlyOnH2;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A database in memory, which belongs to one emulator. */
@OnlyOnH2
class MemoryDatabaseTest {
  @Test
  void endsWithItsEmulator() {
    InProcess emulator = new InProcess(parts -> {}, "--tat.storage=memory");
    String url = ((JdbcDataSource) emulator.part(DatabasePool.class).database()).getURL();

    emulator.close();

    assertThatThrownBy(() -> DriverManager.getConnection(url + ";IFEXISTS=TRUE", "tat", "").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("not found");
  }
}
