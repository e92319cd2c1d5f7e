package io.tatemulator.execution.simulated;

import io.tatemulator.support.Resettable;
import io.tatemulator.support.ResourceId;
import io.tatemulator.support.Snapshotable;
import io.tatemulator.support.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which rules have decided the tasks of the last invocations, for people to look at. */
@Component
public final class Decisions implements Resettable, Snapshotable {
  /**
   * A task that a rule has decided.
   *
   * @param instanceId where it runs
   * @param rule the rule, as it was then
   */
  public record Decision(String instanceId, OutcomeRule rule) {}

  private static final int MOST_INVOCATIONS = 1_000;

  private final Map<String, List<Decision>> decisions =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Decision>> eldest) {
          return size() > MOST_INVOCATIONS;
        }
      };

  /** What has been decided of an invocation; nothing when that was too long ago. */
  public synchronized List<Decision> of(String invocationId) {
    return List.copyOf(decisions.getOrDefault(invocationId, List.of()));
  }

  synchronized void note(long invocation, Decision decision) {
    decisions
        .computeIfAbsent(ResourceId.INVOCATION.format(invocation), id -> new ArrayList<>())
        .add(decision);
  }

  @Override
  public void restored() {
    reset(null);
  }

  @Override
  public synchronized void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      decisions.clear();
    }
  }
}
