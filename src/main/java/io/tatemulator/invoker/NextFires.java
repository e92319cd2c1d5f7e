package io.tatemulator.invoker;

import io.tatemulator.tat.ResourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Computes when stored invokers fire next.
 *
 * <p>A version of the emulator that parses crontabs in another way may find a stored one that it
 * cannot read. Its invoker then has no next fire, which is logged and counted each time.
 */
@Component
public final class NextFires {
  private static final Logger LOG = LoggerFactory.getLogger(NextFires.class);

  private final Scheduling scheduling;
  private final List<CrontabObserver> observers;

  NextFires(Scheduling scheduling, List<CrontabObserver> observers) {
    this.scheduling = scheduling;
    this.observers = observers;
  }

  /**
   * Returns the first instant after another at which an invoker is due.
   *
   * @param number the number of the invoker's public identifier
   * @return null when there is none, or when its crontab cannot be read
   */
  public @Nullable Instant after(Instant instant, long number, Schedule schedule) {
    try {
      return scheduling.nextFire(schedule, instant);
    } catch (UnreadableCrontabException e) {
      LOG.error(
          "invoker {} does not fire again until ModifyInvoker sets another schedule: {}",
          ResourceId.INVOKER.format(number),
          e.getMessage());
      observers.forEach(CrontabObserver::onUnreadableCrontab);
      return null;
    }
  }
}
