package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.time.BatchResult;
import io.tatemulator.time.DueWork;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A move that takes the host longer than the way is. */
@SuppressWarnings("NullAway.Init")
class SlowMoveTest {
  private static final Duration WORK = Duration.ofMinutes(1);

  private static final MutableClock HOST = new MutableClock();

  @TempDir private Path folder;
  private InProcess emulator;
  private Control control;

  @BeforeEach
  void start() {
    emulator = new InProcess(folder, HOST, List.of(SlowWork.class), "--tat.storage=memory");
    control = new Control(emulator.port());
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  /** Takes a minute of the host's time whenever a move looks what is due next. */
  static final class SlowWork implements DueWork {
    @Override
    public Kind kind() {
      return Kind.RETENTION;
    }

    @Override
    public Optional<Instant> nextDueAfter(Instant instant) {
      HOST.advance(WORK);
      return Optional.empty();
    }

    @Override
    public BatchResult run(Instant now) {
      return BatchResult.of(false);
    }
  }

  @Test
  void neverLeavesTheClockBehindTheHost() {
    control.advance(Duration.ofSeconds(1));

    assertThat(offset()).isGreaterThanOrEqualTo(Duration.ZERO);
  }

  @Test
  void aMoveNeverReducesTheOffset() {
    control.ok("PUT", "clock", "{'mode': 'offset', 'offset': 'PT5H'}");

    control.advance(Duration.ofSeconds(1));

    assertThat(offset()).isGreaterThanOrEqualTo(Duration.ofHours(5));
  }

  private Duration offset() {
    JsonNode reading = control.ok("GET", "clock", "");
    return Duration.parse(reading.path("offset").asString());
  }
}
