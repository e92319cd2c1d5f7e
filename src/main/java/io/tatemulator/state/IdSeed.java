package io.tatemulator.state;

import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.persistence.Nodes;
import io.tatemulator.persistence.SequenceBlock;
import io.tatemulator.persistence.Sequences;
import io.tatemulator.protocol.RequestIds;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seeds the generation of identifiers. Without a seed they are unpredictable; with one, the same
 * requests in the same order get the same identifiers.
 */
@Component
public final class IdSeed implements RequestIds, StatefulComponent, SmartInitializingSingleton {
  /** Ids without a seed begin below 5 * 10^11, so that they do not collide with seeded ones. */
  private static final long FIRST = 1_000_000_000_000L;

  /** The ids above are reserved for seeds that start just below. */
  static final long LAST = 2_800_000_000_000L;

  /** How many ids from the start of a seed must be unused. */
  private static final long UNUSED_IDS_REQUIRED = 1_000_000_000L;

  private final EntityManager entities;
  private final TransactionOperations transaction;
  private final IdGenerator ids;
  private final HighWaterMark highWaterMark;
  private final UsedIds used;
  private final Nodes nodes;
  private final SequenceBlock requests;
  private final SecureRandom secure = new SecureRandom();
  private volatile @Nullable Long seed;

  IdSeed(
      EntityManager entities,
      TransactionOperations transaction,
      IdGenerator ids,
      HighWaterMark highWaterMark,
      UsedIds used,
      Nodes nodes,
      Sequences sequences) {
    this.entities = entities;
    this.transaction = transaction;
    this.ids = ids;
    this.highWaterMark = highWaterMark;
    this.used = used;
    this.nodes = nodes;
    this.requests = sequences.open("request_number");
  }

  /**
   * Reads the stored seed: once all beans exist, since the mapping of the database is read in the
   * background until then, and before anything runs that takes an id.
   */
  @Override
  public void afterSingletonsInstantiated() {
    reload();
  }

  /** Returns the seed; empty when there is none. */
  public Optional<Long> get() {
    return Optional.ofNullable(seed);
  }

  /**
   * Sets the seed of all identifiers that follow.
   *
   * @throws SeedTakenException when some identifiers of the seed are in use
   */
  public void set(long newSeed) {
    passOtherNodes();
    long first = FIRST + Math.floorMod(spread(newSeed), LAST - FIRST);
    if (isInUse(first)) {
      throw new SeedTakenException(newSeed);
    }
    if (seed == null) {
      highWaterMark.raise(ids.peek());
    }
    transaction.executeWithoutResult(status -> entities.merge(new IdSeedEntity(newSeed)));
    ids.restartWith(first);
    requests.restartWith(1);
    seed = newSeed;
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null && seed != null) {
      passOtherNodes();
      transaction.executeWithoutResult(
          status -> Optional.ofNullable(stored()).ifPresent(entities::remove));
      seed = null;
      ids.restartWith(nextIdWithoutSeed());
    }
  }

  @Override
  public void reload() {
    // Another node may have restarted the sequences.
    discardBlocks();
    seed = load();
  }

  /** Has the next numbers be above those that other nodes have taken. */
  private void passOtherNodes() {
    if (nodes.areSeveral()) {
      discardBlocks();
    }
  }

  private void discardBlocks() {
    ids.discard();
    requests.discard();
  }

  /** Returns a UUID of version 4. It identifies a request and is no secret, so it may be fast. */
  @Override
  public String next() {
    Long current = seed;
    return current == null
        ? uuid(ThreadLocalRandom.current())
        : uuid(new SplittableRandom(spread(current) + requests.next()));
  }

  /**
   * Returns the generator of a new row's secrets, unpredictable unless there is a seed.
   *
   * @param row the id of the row
   */
  public RandomGenerator secrets(long row) {
    return seed == null ? secure : new SplittableRandom(row);
  }

  /** Returns a UUID of version 4. */
  public static String uuid(RandomGenerator random) {
    long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  /** Returns the positions of requests and rows that a snapshot stores. */
  SequencePositions positions() {
    passOtherNodes();
    return new SequencePositions(ids.peek(), requests.peek());
  }

  /** Records, before a snapshot is loaded, the highest id without a seed of both states. */
  void noteRestored(SequencePositions saved) {
    passOtherNodes();
    if (seed == null) {
      highWaterMark.raise(ids.peek());
    }
    if (saved.ids() < FIRST) {
      highWaterMark.raise(saved.ids());
    }
    // So that no id is returned twice, not even after a crash.
    if (saved.ids() >= FIRST) {
      ids.restartWith(Math.max(ids.peek(), saved.ids()));
    } else if (seed == null) {
      ids.restartWith(nextIdWithoutSeed());
    }
  }

  /**
   * Restarts the sequences after a snapshot has been loaded: with a seed they continue as in the
   * snapshot; without, no id that was ever returned is used again.
   */
  void restartWith(SequencePositions saved) {
    ids.restartWith(nextIdAfterLoad(saved));
    if (load() != null) {
      requests.restartWith(saved.requests());
    }
  }

  /**
   * Ensures that the rows of a loaded snapshot have no id that the next rows would be assigned
   * again.
   *
   * @throws SnapshotFormatException when one has, which only a file written by hand can cause
   */
  void requireUnusedIds(SequencePositions saved) {
    if (isInUse(nextIdAfterLoad(saved))) {
      throw new SnapshotFormatException(
          "invalid value for `sequences.ids`: "
              + saved.ids()
              + " is not above the ids of all rows");
    }
  }

  /** Restores the positions of the sequences after a failed load. */
  void restore(SequencePositions before) {
    ids.restartWith(before.ids());
    requests.restartWith(before.requests());
  }

  private long nextIdAfterLoad(SequencePositions saved) {
    return load() == null ? nextIdWithoutSeed() : saved.ids();
  }

  private long nextIdWithoutSeed() {
    return highWaterMark.get().orElseGet(ids::peek);
  }

  private @Nullable Long load() {
    IdSeedEntity stored = stored();
    return stored == null ? null : stored.seed();
  }

  private @Nullable IdSeedEntity stored() {
    return entities.find(IdSeedEntity.class, IdSeedEntity.ID);
  }

  private boolean isInUse(long first) {
    return used.anyWithin(first, UNUSED_IDS_REQUIRED);
  }

  /** Spreads seeds, since consecutive ones must not start near each other. */
  private static long spread(long seed) {
    return new SplittableRandom(seed).nextLong();
  }
}
