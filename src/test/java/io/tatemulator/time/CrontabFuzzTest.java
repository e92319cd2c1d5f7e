package io.tatemulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.IndependentOfStorage;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares random crontabs with a model. */
@IndependentOfStorage
class CrontabFuzzTest {
  private static final long SEED = 20_201_028;
  private static final int CRONTABS = 1_500;
  private static final int FIRES = 3;
  private static final Instant FIRST_START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int YEARS_IN_SECONDS = 6 * 366 * 24 * 3600;

  private final Random random = new Random(SEED);
  private final RandomCrontabs crontabs = new RandomCrontabs(random);

  @Test
  void agreesWithAMinuteByMinuteModel() {
    for (int i = 0; i < CRONTABS; i++) {
      String crontab = crontabs.next();
      Instant at = FIRST_START.plusSeconds(random.nextInt(YEARS_IN_SECONDS));
      for (int fire = 0; fire < FIRES; fire++) {
        Instant expected = new CrontabModel(crontab).next(at);
        assertThat(Crontab.parse(crontab).next(at))
            .as("%s after %s", crontab, at)
            .contains(expected);
        at = expected;
      }
    }
  }
}
