package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.TenantCreated;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.Pages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** A reset that does not come to its end. */
class InterruptedResetTest {
  @TempDir private Path folder;

  /** Interrupts resets after the database, and the creation of tenants, while it is on. */
  @Order(0)
  static final class Interruption implements StatefulComponent {
    private final AtomicBoolean on = new AtomicBoolean();

    @EventListener
    void interrupt(TenantCreated event) {
      interrupt();
    }

    @Override
    public void reset(@Nullable Tenant tenant) {
      if (tenant == null) {
        interrupt();
      }
    }

    @Override
    public void reload() {
      // Only resets are interrupted.
    }

    private void interrupt() {
      if (on.get()) {
        throw new IllegalStateException("interrupted on purpose");
      }
    }
  }

  private static List<String> names(Api api) {
    return Pages.texts(Pages.all(api, "DescribeCommands", "CommandSet"), "CommandName");
  }

  @Test
  void aFailedResetOfEverythingLeavesAWorkingEmulator() {
    try (InProcess emulator =
        new InProcess(folder, new MutableClock(), List.of(Interruption.class))) {
      Api api = emulator.api();
      api.createCommand(Body.command("mine"));
      emulator.part(Interruption.class).on.set(true);

      assertThat(new Control(emulator.port()).call("POST", "reset", "").status()).isEqualTo(500);

      emulator.part(Interruption.class).on.set(false);
      api.createCommand(Body.command("another"));
    }
  }

  @Test
  void changesNothingForAnyTenant() {
    MutableClock clock = new MutableClock();
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
