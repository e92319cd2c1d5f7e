package io.tatemulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.LastEvents;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.InProcess;
import io.tatemulator.time.ClockState;
import io.tatemulator.time.EmulatorClock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class ClockNeverGoesBackTest {
  private final InProcess emulator = new InProcess(fresh -> {}, "--tat.storage=memory");

  @AfterEach
  void stop() {
    emulator.close();
  }

  /** As a request would do it, which has read the clock and has not been answered. */
  @Test
  void theClockIsSetBackOnlyAfterRunningRequestsHaveEnded() throws Exception {
    EmulatorClock clock = emulator.part(EmulatorClock.class);
    TimeTravel travel = emulator.part(TimeTravel.class);
    new Control(emulator.port()).freeze("2030-01-01T00:00:00Z");
    Tenants tenants = emulator.part(Tenants.class);
    LastEvents events = emulator.part(LastEvents.class);
    CompletableFuture<Void> set = new CompletableFuture<>();
    Thread setting =
        new Thread(
            () -> {
              try {
                travel.set(
                    before ->
                        before.with(ClockState.frozenAt(Instant.parse("2021-01-01T00:00:00Z"))));
                set.complete(null);
              } catch (RuntimeException e) {
                set.completeExceptionally(e);
              }
            });

    tenants.inTenant(
        Tenant.DEFAULT,
        () -> {
          Instant read = clock.instant();
          setting.start();
          await().until(() -> setting.getState() == Thread.State.WAITING || set.isDone());
          emulator
              .part(TransactionOperations.class)
              .executeWithoutResult(status -> events.raise(tenants.idOf(Tenant.DEFAULT), read));
          return true;
        });
    setting.join();

    assertThatThrownBy(set::join).hasCauseInstanceOf(ClockConflictException.class);
    assertThat(clock.instant()).isEqualTo("2030-01-01T00:00:00Z");
  }
}
