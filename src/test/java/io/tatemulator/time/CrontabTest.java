package io.tatemulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tatemulator.testing.HostDefaults;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every crontab means the same wherever the host is, and whatever its language is. */
@ParameterizedClass
@MethodSource("io.tatemulator.testing.HostDefaults#all")
class CrontabTest {
  /** A Thursday. */
  private static final Instant START = Instant.parse("2026-01-15T10:00:00+08:00");

  private final HostDefaults host;

  CrontabTest(HostDefaults host) {
    this.host = host;
  }

  @BeforeEach
  void move() {
    host.set();
  }

  @AfterEach
  void moveBack() {
    HostDefaults.restore();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "crontabs.csv", delimiter = '|', useHeadersInDisplayName = true)
  void nextFires(String crontab, String fires) {
    assertThat(next(crontab, 3))
        .containsExactlyElementsOf(
            Arrays.stream(fires.split(",", -1)).map(CrontabTest::beijing).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 30 2 *", "0 0 31 2,4,6 *", "0 0 31 4 *"})
  void aDateThatNeverComesIsNeverDue(String crontab) {
    assertThat(Crontab.parse(crontab).next(START)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "60 * * * *",
        "0 24 * * *",
        "0 0 0 * *",
        "0 0 32 * *",
        "0 0 1 0 *",
        "0 0 1 13 *",
        "0 0 * * 8",
        "0 22-2 * * *",
        "0 0 * * 5-0",
        "*/0 * * * *",
        "1, * * * *",
        ",1 * * * *",
        "1- * * * *",
        "*5 * * * *",
        "*/ * * * *",
        "*/0x5 * * * *",
        "*/4294967297 * * * *",
        "/5 * * * *",
        "0 1,/5 * * *",
        "1/ * * * *",
        "jan * * * *",
        "0 0 * monday *",
        "0 0 * * wed-mon",
        "0 0 ? * 1",
        "0 0 L * *",
        "0 0 15W * *",
        "0 0 * * 5#2",
        "0 0 * *",
        "0 0 0 * * *",
        "0 0 0 * * * 2026",
        "@daily",
        "@reboot",
        "5/10 * * * *",
        "0/5 * * * *",
        "0 1,5/10 * * *",
        "0 0 * * mon/2",
        "0 0 * * * || 0 1 * * *",
        "0|30 9|18 * * *",
        "+5 * * * *",
        "-5 * * * *",
        "٥ * * * *",
        "５ * * * *",
        "0 0 * * *\u00a0",
        "0\u00a00 * * *",
        "0 0 * * *\n0 1 * * *",
        "a b c d e"
      })
  void refusesWhatIsNoCrontabOfFiveFields(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Crontab.parse(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {257, 100_000})
  void refusesACrontabThatIsTooLong(int length) {
    String minutes = "0,".repeat(length).substring(0, length - 9) + "0";
    assertThatIllegalArgumentException().isThrownBy(() -> Crontab.parse(minutes + " * * * *"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 500, 59_999})
  void theNextInstantIsStrictlyLater(long millis) {
    Instant minute = START.plusSeconds(60);
    Crontab everyMinute = Crontab.parse("* * * * *");

    assertThat(everyMinute.next(minute.minusMillis(millis))).contains(minute);
    assertThat(everyMinute.next(minute)).contains(minute.plusSeconds(60));
  }

  private static List<Instant> next(String crontab, int count) {
    Crontab parsed = Crontab.parse(crontab);
    List<Instant> fires = new ArrayList<>();
    Optional<Instant> next = parsed.next(START);
    while (next.isPresent() && fires.size() < count) {
      fires.add(next.get());
      next = parsed.next(next.get());
    }
    return fires;
  }

  private static Instant beijing(String dateAndTime) {
    return LocalDateTime.parse(dateAndTime.strip().replace(' ', 'T'))
        .atZone(Crontab.ZONE)
        .toInstant();
  }
}
