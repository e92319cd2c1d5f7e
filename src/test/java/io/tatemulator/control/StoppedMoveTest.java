package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.Pages;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The emulator shuts down in the middle of a move. */
class StoppedMoveTest extends ControlTest {
  private static final String COUNT_LATE =
      "select count(*) from invocation_task t join invocation i on i.id = t.invocation_id"
          + " where t.started_at <> i.created_at or t.ended_at <> i.created_at";

  private long count(String query) {
    Long count = emulator.part(JdbcTemplate.class).queryForObject(query, Long.class);
    return count == null ? -1 : count;
  }

  @Test
  void noTaskRunsLaterThanItsFire() {
    control.freeze("2021-08-31T15:59:00Z");
    api.createInvoker(Body.recurring("0 0 * * *"));
    CompletableFuture<?> move =
        CompletableFuture.runAsync(
            () -> control.call("POST", "clock/advance", "{'by': 'P36500D'}"));
    await().until(() -> Pages.total(api, "DescribeInvokerRecords") > 0);

    restart();
    move.handle((reply, failure) -> "whatever it was").join();
    await().until(() -> count("select count(*) from invocation_task where ended_at is null") == 0);

    assertThat(Pages.total(api, "DescribeInvokerRecords")).isLessThan(36_500);
    assertThat(count(COUNT_LATE)).isZero();
  }
}
