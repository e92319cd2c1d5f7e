package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ConcurrentCallers;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.RawHttp;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResetTest extends ControlTest {
  private static final List<String> LISTS =
      List.of(
          "DescribeInvokers",
          "DescribeInvokerRecords",
          "DescribeInvocations",
          "DescribeInvocationTasks",
          "DescribeRegisterCodes");

  private Api elsewhere;

  @Override
  protected String[] settings() {
    return new String[] {"--tat.storage=memory", "--tat.execution.simulated.duration=1h"};
  }

  @BeforeEach
  void selectAnotherRegion() {
    elsewhere = api.with("X-TC-Region", "ap-beijing");
  }

  private void reset(String query) {
    assertThat(control.call("POST", "reset" + query, "").status()).isEqualTo(204);
  }

  private static void populate(Api tenant) {
    tenant.createCommand(Body.command("mine"));
    tenant.ok("RunCommand", Body.run("ins-aaaaaaaa"));
    tenant.createInvoker(Body.recurring("* * * * *"));
    tenant.ok("CreateRegisterCode", "{}");
  }

  private static List<Long> totals(Api tenant) {
    return LISTS.stream().map(action -> Pages.total(tenant, action)).toList();
  }

  @Test
  void everythingIsAsAfterAFirstStart() {
    String commands = shown(api);
    control.freeze("2031-01-01T00:00:00Z");
    control.ok("POST", "outcomes", "{'outcome': {'exitCode': 1}}");
    populate(api);
    populate(elsewhere);
    control.advance(Duration.ofMinutes(3));
    assertThat(totals(api)).containsExactly(1L, 3L, 4L, 4L, 1L);

    reset("");

    assertThat(totals(api)).containsOnly(0L);
    assertThat(totals(elsewhere)).containsOnly(0L);
    assertThat(shown(api)).isEqualTo(commands);
    assertThat(control.ok("GET", "outcomes", "").path("rules").isEmpty()).isTrue();
    assertThat(control.ok("GET", "clock", "").path("mode").asString()).isEqualTo("real");
    control.freeze("2021-01-01T00:00:00Z");
    populate(api);
    control.advance(Duration.ofMinutes(1));
    assertThat(totals(api)).containsExactly(1L, 1L, 2L, 2L, 1L);
  }

  private static String shown(Api tenant) {
    return tenant.ok("DescribeCommands", "{}").list("CommandSet").toString();
  }

  @Test
  void aResetOfOneTenantKeepsTheOthers() {
    populate(api);
    populate(elsewhere);

    reset("?region=ap-beijing");

    assertThat(totals(elsewhere)).containsOnly(0L);
    assertThat(totals(api)).containsExactly(1L, 0L, 1L, 1L, 1L);
    populate(elsewhere);
    assertThat(totals(elsewhere)).containsExactly(1L, 0L, 1L, 1L, 1L);
  }

  @Test
  void anInvalidRequestChangesNothing() {
    populate(api);

    assertThat(control.call("POST", "reset?regoin=ap-beijing", "").error())
        .isEqualTo("unknown query parameter `regoin`: expected account, region");
    assertThat(control.call("POST", "reset?region%3Dap-beijing", "").error())
        .isEqualTo("unknown query parameter `region=ap-beijing`: expected account, region");
    assertThat(control.call("POST", "reset", "{'region': 'ap-beijing'}").error())
        .isEqualTo("this route takes no body");
    assertThat(form("region=ap-beijing")).isEqualTo(400);
    assertThat(chunked("{}")).startsWith("HTTP/1.1 400");
    assertThat(totals(api)).containsExactly(1L, 0L, 1L, 1L, 1L);
  }

  /** As curl sends {@code -d}. */
  private int form(String body) {
    return control
        .send("POST", "/_tat/reset", body, "Content-Type", "application/x-www-form-urlencoded")
        .statusCode();
  }

  private String chunked(String body) {
    return new RawHttp(control.port())
        .exchange(
            "POST /_tat/reset HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body));
  }

  @Test
  void aResetDeletesRunningTasks() {
    String[] instances =
        IntStream.range(0, 100).mapToObj(i -> "ins-%08d".formatted(i)).toArray(String[]::new);
    for (int i = 0; i < 100; i++) {
      api.ok("RunCommand", Body.run(instances));
    }
    assertThat(Pages.total(api, "DescribeInvocationTasks")).isEqualTo(10_000);

    reset("");
    control.advance(Duration.ofHours(2));

    assertThat(totals(api)).containsOnly(0L);
    api.ok("RunCommand", Body.run("ins-aaaaaaaa"));
    control.advance(Duration.ofHours(1));
    assertThat(api.ok("DescribeInvocations", "{}").texts("InvocationSet", "InvocationStatus"))
        .containsExactly("TIMEOUT");
  }

  @Test
  void concurrentRequestsAreHandledBeforeOrAfter() {
    try (ConcurrentCallers crowd =
        new ConcurrentCallers(
            8,
            i ->
                () -> {
                  for (int n = 0; n < 40; n++) {
                    if (i == 0) {
                      reset(n % 2 == 0 ? "" : "?account=100000000001");
                    } else {
                      assertThat(api.call("RunCommand", Body.run("ins-aaaaaaaa")).code()).isEmpty();
                    }
                  }
                  return null;
                })) {
      crowd.join();
    }
    reset("");

    assertThat(totals(api)).containsOnly(0L);
  }
}
