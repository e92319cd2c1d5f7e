package io.tatemulator.protocol.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.support.Fidelity;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
  private static final long SECOND = 1_767_225_600;

  private final AtomicLong second = new AtomicLong(SECOND);
  private final RateLimit rate =
      new RateLimit(
          new RateSettings(Fidelity.LENIENT, 3), () -> Instant.ofEpochSecond(second.get()));

  private boolean passes(long at) {
    second.set(at);
    return catchThrowableOfType(ApiException.class, () -> rate.count("account", "RunCommand"))
        == null;
  }

  private long passed(long at, int calls) {
    return LongStream.generate(() -> at).limit(calls).filter(this::passes).count();
  }

  @Test
  void letsSoManyCallsPassInEachSecond() {
    assertThat(passed(SECOND, 5)).isEqualTo(3);
    assertThat(passed(SECOND + 1, 5)).isEqualTo(3);
    assertThat(passed(SECOND + 60, 2)).isEqualTo(2);
  }

  /** As a thread does that has read the time and then waited for a processor. */
  @Test
  void letsNoMorePassWhenACallComesWithTheTimeOfTheSecondBefore() {
    assertThat(passed(SECOND + 1, 2)).isEqualTo(2);

    passes(SECOND);

    assertThat(passed(SECOND + 1, 5)).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 3_600, 864_000})
  void countsAnewWhenTheHostsClockHasBeenSetBack(long seconds) {
    assertThat(passed(SECOND, 5)).isEqualTo(3);

    assertThat(passed(SECOND - seconds, 5)).isEqualTo(3);
  }
}
