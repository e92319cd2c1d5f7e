package io.tatemulator.execution.simulated;

import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.tat.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules that were applied to the tasks of the last invocations, for inspection. */
@Component
public final class MatchedOutcomes implements StatefulComponent {
  /**
   * A task to which a rule was applied.
   *
   * @param instanceId the instance that it runs on
   * @param rule the rule as it was at that time
   */
  public record AppliedRule(String instanceId, OutcomeRule rule) {}

  private static final int MAX_INVOCATIONS = 1_000;

  private final Map<String, List<AppliedRule>> byInvocation =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<AppliedRule>> eldest) {
          return size() > MAX_INVOCATIONS;
        }
      };

  /** Returns the applied rules of an invocation; empty when it is no longer among the last ones. */
  public synchronized List<AppliedRule> of(String invocationId) {
    return List.copyOf(byInvocation.getOrDefault(invocationId, List.of()));
  }

  synchronized void note(long invocationId, AppliedRule applied) {
    byInvocation
        .computeIfAbsent(ResourceId.INVOCATION.format(invocationId), id -> new ArrayList<>())
        .add(applied);
  }

  @Override
  public void reload() {
    reset(null);
  }

  @Override
  public void refresh() {
    // It is of this node alone.
  }

  @Override
  public synchronized void reset(@Nullable Tenant tenant) {
    if (tenant == null) {
      byInvocation.clear();
    }
  }
}
