package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.InvokerSwitchContract;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DisableInvokerTest extends InvokerSwitchContract {
  @Override
  protected String action() {
    return "DisableInvoker";
  }

  @Test
  void keepsAnInvokerFromFiringOnce() {
    String id = api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));

    assertThat(apply(api, id).code()).isEmpty();
    advance(Duration.ofHours(2));

    assertThat(fires()).isZero();
    assertThat(shown().list("InvokerSet").get(0).path("Enable").asBoolean()).isFalse();
  }

  @Test
  void keepsACrontabFromFiringOn() {
    String id = api.createInvoker(Body.recurring("0 6 * * *"));
    advance(Duration.ofDays(1));
    long before = fires();
    assertThat(before).isPositive();

    assertThat(apply(api, id).code()).isEmpty();
    advance(Duration.ofDays(3));

    assertThat(fires()).isEqualTo(before);
  }

  @Test
  void notesTheTimeOfTheChange() {
    String id = monthly();
    String created = shown().text("InvokerSet/0/CreatedTime");
    hostClock.advance(Duration.ofMinutes(5));

    assertThat(apply(api, id).code()).isEmpty();

    assertThat(shown().text("InvokerSet/0/UpdatedTime")).isGreaterThan(created);
  }

  @Test
  void acceptsWhatIsDisabled() {
    String id = monthly();
    assertThat(apply(api, id).code()).isEmpty();

    assertThat(apply(api, id).code()).isEmpty();
    assertThat(shown().list("InvokerSet").get(0).path("Enable").asBoolean()).isFalse();
  }
}
