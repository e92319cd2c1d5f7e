package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.RunningJar;
import io.tatemulator.time.CrontabModel;
import io.tatemulator.time.RandomCrontabs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invokers with random crontabs, while time moves in random steps, against a model that tries every
 * minute. {@code -Dwalk.invokers} sets their number.
 */
class RandomWalkIT {
  private static final int INVOKERS = Integer.getInteger("walk.invokers", 500);
  private static final int PAGE = 100;
  private static final Instant START = Instant.parse("2027-02-27T15:30:17Z");
  private static final Duration WAY = Duration.ofHours(4);
  private static final int MAX_STEP_SECONDS = 3600;

  @TempDir private Path directory;

  private static final List<String> ZONES = List.of("UTC", "America/New_York", "Pacific/Chatham");

  /** One, unless {@code -Dwalk.seeds=1,2,3} says otherwise. Each has a zone of the host's. */
  static Stream<Arguments> seeds() {
    return Stream.of(System.getProperty("walk.seeds", "2").split(","))
        .map(Long::valueOf)
        .map(seed -> arguments(ZONES.get(Math.floorMod(seed - 1, ZONES.size())), seed));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void leavesExactlyTheRecordsOfAPlainEvaluation(String zone, long seed) {
    Random random = new Random(seed);
    RunningJar.Launch launch =
        RunningJar.in(directory).environment("TZ", zone).with("tat.storage", "memory");
    try (RunningJar jar = launch.ready()) {
      Control control = new Control(jar.port());
      control.freeze(START.toString());
      Map<String, String> crontabs = create(jar.api(), new RandomCrontabs(random));
      Instant end = walk(control, random);

      crontabs.forEach(
          (id, crontab) ->
              assertThat(records(jar.api(), id))
                  .as("seed %s, %s", seed, crontab)
                  .isEqualTo(expected(crontab, end)));
    }
  }

  private static Map<String, String> create(Api api, RandomCrontabs random) {
    Map<String, String> crontabs = new LinkedHashMap<>();
    for (int i = 0; i < INVOKERS; i++) {
      String crontab = random.next();
      crontabs.put(api.createInvoker(Body.recurring(crontab)), crontab);
    }
    return crontabs;
  }

  private static Instant walk(Control control, Random random) {
    Instant now = START;
    while (now.isBefore(START.plus(WAY))) {
      Duration step = Duration.ofSeconds(random.nextInt(MAX_STEP_SECONDS));
      control.advance(step);
      now = now.plus(step);
    }
    return now;
  }

  private static List<String> expected(String crontab, Instant end) {
    CrontabModel model = new CrontabModel(crontab);
    List<String> due = new ArrayList<>();
    for (Instant at = model.next(START); !at.isAfter(end); at = model.next(at)) {
      due.add(at.toString());
    }
    Collections.reverse(due);
    return due;
  }

  private static List<String> records(Api api, String invoker) {
    List<String> times = new ArrayList<>();
    Answer page;
    do {
      page =
          api.ok(
              "DescribeInvokerRecords",
              "{'InvokerIds': ['%s'], 'Limit': %s, 'Offset': %s}"
                  .formatted(invoker, PAGE, times.size()));
      times.addAll(page.texts("InvokerRecordSet", "InvokeTime"));
    } while (times.size() < page.number("TotalCount"));
    return times;
  }
}
