package io.tatemulator.protocol.limit;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.support.WallClock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts the requests of each account and action in each second of the host's clock. The cloud
 * documents 20 per second for every action, but not how it delimits seconds.
 */
@Component
public final class RateLimit implements StatefulComponent {
  /**
   * The maximum delay between reading the time and using it. A clock that is set back by more
   * starts a new window; otherwise requests would be rejected until the clock catches up.
   */
  private static final long MAX_SECONDS_LATE = 10;

  private record Caller(String account, String action) {}

  /** The number of requests in one second. */
  private record Window(long second, ConcurrentMap<Caller, Integer> requests) {
    boolean includes(long time) {
      return time <= second && time >= second - MAX_SECONDS_LATE;
    }
  }

  private final WallClock time;
  private final int limit;
  private final AtomicReference<Window> current =
      new AtomicReference<>(new Window(0, new ConcurrentHashMap<>()));

  RateLimit(RateSettings settings, WallClock time) {
    this.limit = settings.rate();
    this.time = time;
  }

  /**
   * Counts a request.
   *
   * @throws ApiException RequestLimitExceeded, with the number of requests in this second
   */
  public void count(String account, String action) {
    if (limit == 0) {
      return;
    }
    int requests = window().requests().merge(new Caller(account, action), 1, Integer::sum);
    if (requests > limit) {
      throw new ApiException(ProtocolError.REQUEST_LIMIT_EXCEEDED, requests, limit);
    }
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    // Counts are per account, whatever the region, so the reset of one tenant keeps them.
    if (tenant == null) {
      current.set(new Window(0, new ConcurrentHashMap<>()));
    }
  }

  @Override
  public void reload() {
    reset(null);
  }

  @Override
  public void refresh() {
    // It is of this node alone.
  }

  private Window window() {
    long second = time.now().getEpochSecond();
    return current.updateAndGet(
        window -> window.includes(second) ? window : new Window(second, new ConcurrentHashMap<>()));
  }
}
