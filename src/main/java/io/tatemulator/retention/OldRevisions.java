package io.tatemulator.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Removes a tenant's old command revisions that no invocation references. */
@Component
final class OldRevisions {
  private static final int MAX_REVISIONS = 500;

  /**
   * A fire concurrent with a change of its command may begin an instant after the revision that it
   * runs was retired.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final OldRevisionRepository revisions;
  private final TransactionOperations transaction;

  OldRevisions(OldRevisionRepository revisions, TransactionOperations transaction) {
    this.revisions = revisions;
    this.transaction = transaction;
  }

  /**
   * Returns whether any can be removed when all remaining invocations began at an instant or later.
   */
  boolean exists(long tenantId, Instant begun) {
    return !revisions.findRetired(tenantId, bound(begun), 1).isEmpty();
  }

  /**
   * Removes a batch of them.
   *
   * @return whether there were any
   */
  boolean removeBatch(long tenantId, Instant begun) {
    return Boolean.TRUE.equals(transaction.execute(status -> remove(tenantId, begun)));
  }

  private boolean remove(long tenantId, Instant begun) {
    List<Long> ids = revisions.findRetired(tenantId, bound(begun), MAX_REVISIONS);
    return !ids.isEmpty() && revisions.remove(ids.toArray(Long[]::new)) > 0;
  }

  private static Instant bound(Instant begun) {
    return begun.minus(OVERLAP);
  }
}
