package io.tatemulator.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An emulator that shares its database with no other. */
final class OnlyNode implements Nodes {
  @Override
  public boolean areSeveral() {
    return false;
  }

  @Override
  public void join(Member member) {
    // No other node calls it.
  }

  @Override
  public <T> T runAlone(Supplier<T> job) {
    return job.get();
  }

  @Override
  public <T> T replaceStateAlone(Supplier<T> job) {
    return job.get();
  }

  @Override
  public void awaitResumed() {
    // It pauses for no other node.
  }

  @Override
  public <T> Optional<T> runInFreeTurn(int part, Supplier<T> batch) {
    return Optional.of(batch.get());
  }

  @Override
  public <T> T runInTurn(Supplier<T> batch) {
    return batch.get();
  }

  @Override
  public void announceDueAt(Instant instant) {
    // No other node has to know it.
  }

  @Override
  public void cancelMoves() {
    // No other node runs one.
  }

  @Override
  public void leave() {
    // Nothing waits for another node.
  }

  @Override
  public Optional<Instant> time() {
    return Optional.empty();
  }

  @Override
  public List<String> names() {
    return List.of();
  }
}
