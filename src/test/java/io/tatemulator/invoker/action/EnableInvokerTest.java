package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.InvokerSwitchContract;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class EnableInvokerTest extends InvokerSwitchContract {
  @Override
  protected String action() {
    return "EnableInvoker";
  }

  private String disabled(Body body) {
    String id = api.createInvoker(body);
    assertThat(apply(api, "DisableInvoker", id).code()).isEmpty();
    return id;
  }

  @Test
  void letsAnInvokerFireAgain() {
    String id = disabled(Body.once(in(2, ChronoUnit.HOURS)));
    advance(Duration.ofHours(1));

    assertThat(apply(api, id).code()).isEmpty();
    assertThat(shown().list("InvokerSet").get(0).path("Enable").asBoolean()).isTrue();
    advance(Duration.ofHours(1));

    assertThat(fires()).isEqualTo(1);
  }

  @Test
  void doesNotReplayTheFiresThatACrontabMissed() {
    String id = disabled(Body.recurring("0 6 * * *"));
    advance(Duration.ofDays(5));

    assertThat(apply(api, id).code()).isEmpty();
    Instant next = Instant.parse(shown().text("InvokerSet/0/ScheduleSettings/InvokeTime"));
    assertThat(next).isAfter(Instant.now(clock));
    advanceTo(next.minusSeconds(600));
    assertThat(fires()).isZero();
    advanceTo(next);

    assertThat(fires()).isEqualTo(1);
  }

  @Test
  void acceptsAnInvokerWhoseOnlyTimeHasPassedAndDoesNotFireIt() {
    String id = disabled(Body.once(in(1, ChronoUnit.HOURS)));
    advance(Duration.ofHours(2));

    assertThat(apply(api, id).code()).isEmpty();
    advance(Duration.ofHours(2));

    assertThat(fires()).isZero();
  }

  @Test
  void doesNotFireAgainWhatHasFired() {
    String id = fireOnce(api);

    assertThat(apply(api, "DisableInvoker", id).code()).isEmpty();
    assertThat(apply(api, id).code()).isEmpty();
    advance(Duration.ofHours(2));

    assertThat(fires()).isEqualTo(1);
  }

  @Test
  void acceptsWhatIsEnabledAndKeepsItsNextFire() {
    String id = api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));
    String before = shown().list("InvokerSet").toString();

    assertThat(apply(api, id).code()).isEmpty();

    assertThat(shown().list("InvokerSet").toString()).isEqualTo(before);
    advance(Duration.ofHours(1));
    assertThat(fires()).isEqualTo(1);
  }
}
