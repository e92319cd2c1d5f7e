package io.tatemulator.retention;

import io.tatemulator.storage.Tenants;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Snapshotable;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Removes what ended longer ago than {@code tat.retention}: invocations with their tasks and
 * records, and the revisions that only they referred to. No request is handled during a batch, so
 * none sees a total without its rows, and none begins to refer to a revision that is being removed.
 *
 * <p>It has no due time of its own: a move of the clock does not stop at it. It looks for rows to
 * remove whenever other due work has been done, which is at least once a second.
 */
@Component
@Order(2)
final class Retention implements DueWork, Resettable, Snapshotable {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** How many times it looks in the time for which things are kept, unless there is more to do. */
  private static final int MAX_LOOKS = 100;

  /**
   * How long a look may take. A backlog is removed look by look, so that whoever waits for due work
   * to be done, a move of the clock or its cancellation, does not wait for that.
   */
  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

  private final @Nullable Duration retention;
  private final OldInvocations invocations;
  private final OldRevisions revisions;
  private final Tenants tenants;

  /** When there was last nothing to remove. */
  private volatile @Nullable Instant foundNothingAt;

  Retention(
      RetentionSettings settings,
      OldInvocations invocations,
      OldRevisions revisions,
      Tenants tenants) {
    this.retention = settings.retention();
    this.invocations = invocations;
    this.revisions = revisions;
    this.tenants = tenants;
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant instant) {
    return Optional.empty();
  }

  @Override
  public boolean runDue(Instant now) {
    if (retention == null || hasLookedShortlyBefore(now, retention)) {
      return false;
    }
    Instant endedBefore = now.minus(retention);
    long start = System.nanoTime();
    boolean more;
    do {
      more = removeSome(endedBefore);
    } while (more && System.nanoTime() - start < LOOK_NANOS);
    foundNothingAt = more ? null : now;
    return false;
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    foundNothingAt = null;
  }

  @Override
  public void restored() {
    foundNothingAt = null;
  }

  private boolean hasLookedShortlyBefore(Instant now, Duration retention) {
    Instant last = foundNothingAt;
    return last != null
        && !now.isBefore(last)
        && now.isBefore(last.plus(retention.dividedBy(MAX_LOOKS)));
  }

  /** Removes a batch of each tenant. A tenant whose rows cannot be removed holds up no other. */
  private boolean removeSome(Instant endedBefore) {
    boolean removed = false;
    for (long tenantId : tenants.all()) {
      try {
        removed |= removeSome(tenantId, endedBefore);
      } catch (RuntimeException e) {
        LOG.error("what has ended of tenant row {} cannot be removed: {}", tenantId, e.toString());
        LOG.debug("the failure", e);
      }
    }
    return removed;
  }

  private boolean removeSome(long tenantId, Instant endedBefore) {
    Optional<OldInvocations.Row> oldest = invocations.oldest(tenantId);
    if (oldest.filter(row -> row.endedBefore(endedBefore)).isPresent()) {
      return tenants.alone(() -> invocations.removeSome(tenantId, endedBefore));
    }
    Instant retiredBefore =
        oldest.map(OldInvocations.Row::createdAt).filter(endedBefore::isAfter).orElse(endedBefore);
    return revisions.isAny(tenantId, retiredBefore)
        && tenants.alone(() -> revisions.removeSome(tenantId, retiredBefore));
  }
}
