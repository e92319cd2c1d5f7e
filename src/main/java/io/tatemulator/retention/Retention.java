package io.tatemulator.retention;

import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.RequestGate;
import io.tatemulator.tenant.Tenants;
import io.tatemulator.time.BatchResult;
import io.tatemulator.time.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes invocations that ended longer ago than {@code tat.retention}, with their tasks and
 * records, and the revisions that only they referenced. No request is handled during a batch, so
 * none sees a total without its rows, and none references a revision that is being removed.
 *
 * <p>It has no due time of its own: an advance of the clock does not stop at it. It runs after
 * other due work, which is at least once a second.
 */
@Component
final class Retention implements DueWork, StatefulComponent {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** The maximum number of checks per retention period, unless a check left rows to remove. */
  private static final int MAX_CHECKS = 100;

  /**
   * The time limit of a check. Several checks remove a backlog, so that an operation that waits for
   * due work, such as an advance of the clock or its cancellation, does not wait for all of it.
   */
  private static final long CHECK_NANOS = Duration.ofMillis(50).toNanos();

  private final @Nullable Duration retention;
  private final OldInvocations invocations;
  private final OldRevisions revisions;
  private final Tenants tenants;
  private final RequestGate requests;

  /** When a check last found nothing to remove. */
  private volatile @Nullable Instant lastEmptyCheckAt;

  Retention(
      RetentionSettings settings,
      OldInvocations invocations,
      OldRevisions revisions,
      Tenants tenants,
      RequestGate requests) {
    this.retention = settings.retention();
    this.invocations = invocations;
    this.revisions = revisions;
    this.tenants = tenants;
    this.requests = requests;
  }

  @Override
  public Kind kind() {
    return Kind.RETENTION;
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant instant) {
    return Optional.empty();
  }

  @Override
  public BatchResult run(Instant now) {
    if (retention == null || wasCheckedRecently(now, retention)) {
      return BatchResult.DONE;
    }
    Instant endedBefore = now.minus(retention);
    long start = System.nanoTime();
    boolean more;
    do {
      more = removeBatch(endedBefore);
    } while (more && System.nanoTime() - start < CHECK_NANOS);
    lastEmptyCheckAt = more ? null : now;
    return BatchResult.DONE;
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    lastEmptyCheckAt = null;
  }

  @Override
  public void reload() {
    lastEmptyCheckAt = null;
  }

  private boolean wasCheckedRecently(Instant now, Duration retention) {
    Instant last = lastEmptyCheckAt;
    return last != null
        && !now.isBefore(last)
        && now.isBefore(last.plus(retention.dividedBy(MAX_CHECKS)));
  }

  /** Removes a batch of each tenant. A failure for one tenant does not affect the others. */
  private boolean removeBatch(Instant endedBefore) {
    boolean removed = false;
    for (long tenantId : tenants.all()) {
      try {
        removed |= removeBatch(tenantId, endedBefore);
      } catch (RuntimeException e) {
        LOG.error("expired rows of tenant id {} cannot be removed: {}", tenantId, e.toString());
        LOG.debug("the failure", e);
      }
    }
    return removed;
  }

  private boolean removeBatch(long tenantId, Instant endedBefore) {
    Optional<OldInvocationRepository.Times> oldest = invocations.oldest(tenantId);
    if (oldest.filter(row -> row.endedBefore(endedBefore)).isPresent()) {
      return requests.runExclusively(() -> invocations.removeBatch(tenantId, endedBefore));
    }
    Instant retiredBefore =
        oldest
            .map(OldInvocationRepository.Times::createdAt)
            .filter(endedBefore::isAfter)
            .orElse(endedBefore);
    return revisions.exists(tenantId, retiredBefore)
        && requests.runExclusively(() -> revisions.removeBatch(tenantId, retiredBefore));
  }
}
