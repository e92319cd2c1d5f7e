package io.tatemulator.instance;

import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The instances with a declared executor, which are few. They are kept in memory, since each new
 * task asks for that of its instance.
 */
@Component
public class AssignedExecutors implements StatefulComponent {
  private record Cached(long version, Map<Instance.Key, AssignedExecutor> byInstance) {}

  private final InstanceRepository instances;
  private final AtomicLong version = new AtomicLong();
  private volatile @Nullable Cached cached;

  AssignedExecutors(InstanceRepository instances) {
    this.instances = instances;
  }

  /** Returns what has been declared for an instance; empty for nothing. */
  public Optional<AssignedExecutor> of(long tenantId, String instanceId) {
    return Optional.ofNullable(all().get(new Instance.Key(tenantId, instanceId)));
  }

  /** Returns whether any instance of any tenant has a declared executor. */
  public boolean isAny(Instance.Executor executor) {
    return all().values().stream().anyMatch(assigned -> assigned.executor() == executor);
  }

  private Map<Instance.Key, AssignedExecutor> all() {
    Cached current = cached;
    // Read before the query, so that a change during it is not missed.
    long now = version.get();
    if (current == null || current.version() != now) {
      current =
          new Cached(
              now,
              instances.findAssigned().stream()
                  .collect(Collectors.toMap(AssignedExecutor::key, Function.identity())));
      cached = current;
    }
    return current.byInstance();
  }

  /** Discards what was read, after the commit of a change. */
  void onChange() {
    version.incrementAndGet();
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    onChange();
  }

  @Override
  public void reload() {
    onChange();
  }
}
