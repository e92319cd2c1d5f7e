package io.tatemulator.time;

import io.tatemulator.persistence.Nodes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of the database's server that nodes share, so that nodes on hosts with different clocks
 * agree; the host's until the database is open. It never goes back.
 */
final class NodeClock extends Clock {
  private final Clock host;
  private final Nodes nodes;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

  NodeClock(Clock host, Nodes nodes) {
    this.host = host;
    this.nodes = nodes;
  }

  @Override
  public Instant instant() {
    Instant now = nodes.time().orElseGet(host::instant);
    return last.accumulateAndGet(now, (before, read) -> read.isAfter(before) ? read : before);
  }

  @Override
  public ZoneId getZone() {
    return host.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it has no other zone");
  }
}
