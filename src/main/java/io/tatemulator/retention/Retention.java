package io.tatemulator.retention;

import io.tatemulator.storage.Tenants;
import io.tatemulator.time.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Removes what ended longer ago than {@code tat.retention}: invocations with their tasks and
 * records, and the revisions that only they referred to. Each batch has no request beside it, so
 * none sees a total without its rows, and none refers to a revision that is being removed.
 *
 * <p>It has no due time of its own, so no alarm rings for it and no move of the clock stops at it:
 * it looks whenever other due work has been done, which is at least once a second.
 */
@Component
@Order(2)
final class Retention implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** What is kept too long is kept too long by a hundredth. */
  private static final int LOOKS = 100;

  private final @Nullable Duration retention;
  private final OldInvocations invocations;
  private final OldRevisions revisions;
  private final Tenants tenants;

  /** When there was last nothing to remove. */
  private @Nullable Instant foundNothingAt;

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
    if (!removeSome(now.minus(retention))) {
      foundNothingAt = now;
      return false;
    }
    // The clock is being moved: let requests in between.
    return !TransactionSynchronizationManager.isActualTransactionActive();
  }

  private boolean hasLookedShortlyBefore(Instant now, Duration retention) {
    Instant last = foundNothingAt;
    return last != null
        && !now.isBefore(last)
        && now.isBefore(last.plus(retention.dividedBy(LOOKS)));
  }

  /** A batch of each tenant. What cannot be removed keeps nothing else from being done. */
  private boolean removeSome(Instant endedBefore) {
    boolean removed = false;
    for (long tenantId : tenants.all()) {
      try {
        removed |= removeSome(tenantId, endedBefore);
      } catch (RuntimeException e) {
        LOG.error("what tenant row {} no longer needs cannot be removed", tenantId, e);
      }
    }
    return removed;
  }

  private boolean removeSome(long tenantId, Instant endedBefore) {
    if (invocations.isAny(tenantId, endedBefore)) {
      tenants.alone(() -> invocations.removeSome(tenantId, endedBefore));
      return true;
    }
    Instant retiredBefore =
        invocations.oldest(tenantId).filter(endedBefore::isAfter).orElse(endedBefore);
    return revisions.isAny(tenantId, retiredBefore)
        && tenants.alone(() -> revisions.removeSome(tenantId, retiredBefore));
  }
}
