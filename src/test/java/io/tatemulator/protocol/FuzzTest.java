package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tatemulator.control.ControlFuzz;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Chance;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.LoggedTraces;
import io.tatemulator.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random requests over all actions and all routes of the control API, mixed. Whatever comes, an
 * action answers with an envelope and never InternalError, a route with what docs/control-api.yaml
 * describes and never a 5xx, nothing hangs, and no stack trace is logged. For longer runs see
 * CONTRIBUTING.md.
 */
class FuzzTest {
  private static final long FIXED_SEED = 20_201_028L;
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_000);

  /** Ten times what it takes. */
  private static final Duration HANGS = Duration.ofMinutes(5).plusMillis(20L * REQUESTS);

  /** A fault for all requests would otherwise last until the next reset. */
  private static final int FAULTS_LAST = 100;

  private static final int RESET_EVERY = 1_000;

  @TempDir private Path folder;
  private volatile int number;

  private static LongStream seeds() {
    Long wanted = Long.getLong("fuzz.seed");
    return wanted != null
        ? LongStream.of(wanted)
        : LongStream.of(FIXED_SEED, new Random().nextLong());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRequestGetsAResponse(long seed) {
    System.out.println("fuzz: seed " + seed + ", " + REQUESTS + " requests");
    assertTimeoutPreemptively(HANGS, () -> fuzz(seed), () -> place(seed));
  }

  private String place(long seed) {
    return "seed " + seed + ", request " + number;
  }

  private void fuzz(long seed) throws IOException {
    Chance chance = new Chance(new Random(seed));
    try (InProcess emulator =
            new InProcess(
                folder,
                new MutableClock(),
                "--tat.storage=memory",
                "--tat.tls.port=0",
                "--tat.clock.max-fires=1000",
                "--tat.snapshot.max-size=1MB");
        LoggedTraces traces = new LoggedTraces();
        ControlFuzz control = new ControlFuzz(chance, emulator.port())) {
      PipelineFuzz pipeline = new PipelineFuzz(chance, emulator);
      for (int i = 0; i < REQUESTS; i++) {
        number = i;
        try {
          keepUsable(emulator, seed, number);
          if (chance.one(3)) {
            control.next();
          } else {
            pipeline.next(control::learn);
          }
          assertThat(traces.found()).allMatch(trace -> control.isImported() && isOfBadRow(trace));
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError(place(seed) + ": " + e.getMessage(), e);
        }
      }
      keepUsable(emulator, seed, 0);
      report(seed, pipeline, control);
    }
  }

  /** Now and then has all be as after a start, but for the identifiers, which the seed decides. */
  private static void keepUsable(InProcess emulator, long seed, int number) {
    Control control = new Control(emulator.port());
    if (number % FAULTS_LAST == 0) {
      control.ok("DELETE", "faults", "");
    }
    if (number % RESET_EVERY == 0) {
      assertThat(control.call("POST", "reset", "").status()).isEqualTo(204);
      control.ok("PUT", "seed", "{'seed': " + (seed + number) + "}");
      String id = emulator.api().createInvoker(Body.recurring("0 0 1 * *"));
      assertThat(
              emulator.api().ok("DescribeInvokers", Body.of("{}")).texts("InvokerSet", "InvokerId"))
          .isEqualTo(List.of(id));
      control.freeze("2031-01-01T00:00:00Z");
    }
  }

  /** What a file written by hand brings in may fail alone, which is logged with its cause. */
  private static boolean isOfBadRow(String trace) {
    return trace.matches("(?s)(invoker|task) row \\d+ cannot .*");
  }

  private static void report(long seed, PipelineFuzz pipeline, ControlFuzz control) {
    System.out.println("fuzz: seed " + seed + ", " + pipeline.codes() + control.statuses());
    // If all were refused at the door, nothing behind it would have been tried.
    assertThat(pipeline.codes().get("OK")).isGreaterThan(REQUESTS / 20);
    assertThat(pipeline.codes()).hasSizeGreaterThan(20);
    assertThat(control.answered()).hasSizeGreaterThan(control.operations() / 2);
  }
}
