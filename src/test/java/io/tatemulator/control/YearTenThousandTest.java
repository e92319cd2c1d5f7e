package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients read years of four digits, so no time that they see lies after 9999. */
class YearTenThousandTest extends ControlTest {
  private static final String NEARLY = "9999-12-31T23:58:30Z";

  @Override
  protected String[] settings() {
    return new String[] {"--tat.storage=memory"};
  }

  private String nextFire() {
    return api.ok("DescribeInvokers", "{}").text("InvokerSet/0/ScheduleSettings/InvokeTime");
  }

  @Test
  void aCrontabIsDueForTheLastTimeInTheYearBefore() {
    control.freeze(NEARLY);
    api.createInvoker(Body.recurring("* * * * *"));
    assertThat(nextFire()).isEqualTo("9999-12-31T23:59:00Z");

    assertThat(control.advance(Duration.ofSeconds(89)).path("fired").asInt()).isEqualTo(1);

    assertThat(nextFire()).isEmpty();
    assertThat(control.ok("POST", "clock/advance-to-next", "").path("now").asString())
        .isEqualTo("9999-12-31T23:59:59Z");
    assertThat(api.call("CreateInvoker", Body.recurring("* * * * *")).code())
        .isEqualTo("InvalidParameterValue.InvalidCronExpression");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 99_999})
  void aRegisterCodeThatWouldExpireLaterNeverDoes(long hours) {
    control.freeze(NEARLY);
    api.ok("CreateRegisterCode", Body.of("{}").with("EffectiveTime", hours));

    assertThat(api.ok("DescribeRegisterCodes", "{}").list("RegisterCodeSet").toString())
        .doesNotContain("10000-", "10011-");
  }

  @Test
  void aSnapshotWithALaterClockIsNotLoaded() {
    control.freeze(NEARLY);
    control.ok("PUT", "snapshots/nearly", "");
    String file =
        control
            .send("GET", "/_tat/snapshots/nearly", "")
            .body()
            .replace("253402300710000", "253402300800000");
    control.ok("PUT", "snapshots/later", file);

    assertThat(control.call("POST", "snapshots/later/load", "").status()).isEqualTo(409);
    assertThat(control.now()).isEqualTo(NEARLY);
  }
}
