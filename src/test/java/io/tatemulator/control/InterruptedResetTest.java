package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.storage.TenantCreated;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MovableClock;
import io.tatemulator.testing.Pages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.event.EventListener;

/** A reset of one tenant that does not come to its end. */
class InterruptedResetTest {
  @TempDir private Path folder;

  /** Lets no tenant come into being while it is on. */
  static final class Interruption {
    private final AtomicBoolean on = new AtomicBoolean();

    @EventListener
    void interrupt(TenantCreated event) {
      if (on.get()) {
        throw new IllegalStateException("interrupted on purpose");
      }
    }
  }

  private static List<String> names(Api api) {
    return Pages.texts(Pages.all(api, "DescribeCommands", "CommandSet"), "CommandName");
  }

  @Test
  void changesNothingForAnybody() {
    MovableClock clock = new MovableClock();
    try (InProcess emulator = new InProcess(folder, clock, List.of(Interruption.class))) {
      Api api = emulator.api();
      api.createCommand(Body.command("mine"));
      api.with("X-TC-Region", "ap-beijing").createCommand(Body.command("of-another"));
      emulator.part(Interruption.class).on.set(true);

      assertThat(
              new Control(emulator.port()).call("POST", "reset?region=ap-guangzhou", "").status())
          .isEqualTo(500);

      emulator.part(Interruption.class).on.set(false);
      assertThat(names(api)).contains("mine");
    }
    try (InProcess emulator = new InProcess(folder, clock)) {
      assertThat(names(emulator.api())).contains("mine");
      assertThat(names(emulator.api().with("X-TC-Region", "ap-beijing"))).contains("of-another");
    }
  }
}
