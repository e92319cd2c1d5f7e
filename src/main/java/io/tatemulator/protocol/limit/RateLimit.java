package io.tatemulator.protocol.limit;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.HostTime;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Snapshotable;
import io.tatemulator.support.Tenant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts the calls of each account and action in each second of the host's clock. The cloud
 * documents 20 a second for every action; how it cuts its seconds it does not say.
 */
@Component
public final class RateLimit implements Resettable, Snapshotable {
  /**
   * How late a thread may come with the time that it has read. A clock that is set back by more
   * begins anew, or nobody could call until it has caught up.
   */
  private static final long MAX_SECONDS_LATE = 10;

  private record Caller(String account, String action) {}

  /** What was called in one second. */
  private record Window(long second, ConcurrentMap<Caller, Integer> calls) {
    boolean counts(long at) {
      return at <= second && at >= second - MAX_SECONDS_LATE;
    }
  }

  private final HostTime time;
  private final int limit;
  private final AtomicReference<Window> current =
      new AtomicReference<>(new Window(0, new ConcurrentHashMap<>()));

  RateLimit(RateSettings settings, HostTime time) {
    this.limit = settings.rate();
    this.time = time;
  }

  /**
   * Counts a call.
   *
   * @throws ApiException RequestLimitExceeded, with the number of calls in this second
   */
  public void count(String account, String action) {
    if (limit == 0) {
      return;
    }
    int calls = window().calls().merge(new Caller(account, action), 1, Integer::sum);
    if (calls > limit) {
      throw new ApiException(ErrorCode.REQUEST_LIMIT_EXCEEDED, calls, limit);
    }
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    // It counts accounts, whatever their region, so what one tenant has called counts on.
    if (tenant == null) {
      current.set(new Window(0, new ConcurrentHashMap<>()));
    }
  }

  @Override
  public void restored() {
    reset(null);
  }

  private Window window() {
    long second = time.now().getEpochSecond();
    return current.updateAndGet(
        window -> window.counts(second) ? window : new Window(second, new ConcurrentHashMap<>()));
  }
}
