package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.OnlyOnH2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A page must not cost what lies behind it, so it is read from the index that has its order. */
@OnlyOnH2
class PageIndexTest extends AcceptanceTest {
  private final JdbcTemplate jdbc = part(JdbcTemplate.class);

  @ParameterizedTest
  @CsvSource({"invoker, invoker_page", "invocation, invocation_page", "invocation_task, task_page"})
  void aPageIsReadInTheOrderOfItsIndex(String table, String index) {
    String plan =
        jdbc.queryForObject(
            """
            explain select * from %s where tenant_id = 1
            order by tenant_id desc, created_at desc, id desc fetch first 20 rows only
            """
                .formatted(table),
            String.class);

    assertThat(plan).containsIgnoringCase("public." + index + ":").contains("/* index sorted */");
  }
}
