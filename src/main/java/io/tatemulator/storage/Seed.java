package io.tatemulator.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.tatemulator.protocol.RequestIds;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Snapshotable;
import io.tatemulator.support.Tenant;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * From what identifiers follow. Without a seed they are unforeseeable; with one, the same requests
 * in the same order get the same ones.
 */
@Component
@DependsOnDatabaseInitialization
public final class Seed implements RequestIds, Resettable, Snapshotable {
  /** Those without a seed begin below 5 * 10^11, so that they need never meet these. */
  private static final long FIRST = 1_000_000_000_000L;

  /** What lies above is left for what begins just below. */
  static final long LAST = 2_800_000_000_000L;

  /** How many identifiers of a seed nobody else may have used. */
  private static final long ROOM = 1_000_000_000L;

  private final JdbcTemplate jdbc;
  private final TransactionOperations transaction;
  private final IdSequence ids;
  private final Numbers requests;
  private final SecureRandom secure = new SecureRandom();
  private volatile @Nullable Long seed;

  Seed(
      JdbcTemplate jdbc, TransactionOperations transaction, IdSequence ids, HikariDataSource pool) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.ids = ids;
    this.requests = new Numbers("request_number", pool);
    this.seed = load();
  }

  /** The seed; empty when there is none. */
  public Optional<Long> get() {
    return Optional.ofNullable(seed);
  }

  /**
   * Has all identifiers from now on follow from a seed.
   *
   * @throws SeedTakenException when some that follow from it are in use
   */
  public void plant(long wanted) {
    long first = FIRST + Math.floorMod(mixed(wanted), LAST - FIRST);
    if (isInUse(first)) {
      throw new SeedTakenException(wanted);
    }
    if (seed == null) {
      raiseMark(ids.peek());
    }
    transaction.executeWithoutResult(
        status -> {
          jdbc.update("delete from id_seed");
          jdbc.update("insert into id_seed (seed) values (?)", wanted);
        });
    ids.goOnWith(first);
    requests.goOnWith(1);
    seed = wanted;
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    if (tenant == null && seed != null) {
      jdbc.update("delete from id_seed");
      seed = null;
      ids.goOnWith(mark());
    }
  }

  @Override
  public void restored() {
    seed = load();
  }

  /** A UUID of version 4. It names a request and guards nothing, so a fast generator will do. */
  @Override
  public String next() {
    Long planted = seed;
    return planted == null
        ? uuid(ThreadLocalRandom.current())
        : uuid(new SplittableRandom(mixed(planted) + requests.next()));
  }

  /**
   * What a new row needs that nobody shall foresee, unless there is a seed.
   *
   * @param row the row's number
   */
  public RandomGenerator secrets(long row) {
    return seed == null ? secure : new SplittableRandom(row);
  }

  /** A UUID of version 4. */
  public static String uuid(RandomGenerator random) {
    long most = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
    long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least).toString();
  }

  /** Where requests and rows will go on, as a snapshot keeps it. */
  SequencePositions positions() {
    return new SequencePositions(ids.peek(), requests.peek());
  }

  /** Before a snapshot is loaded: notes how far identifiers without a seed have come by either. */
  void note(SequencePositions saved) {
    if (seed == null) {
      raiseMark(ids.peek());
    }
    if (saved.ids() < FIRST) {
      raiseMark(saved.ids());
    }
    // So that not even a crash lets a number be given twice.
    if (saved.ids() >= FIRST) {
      ids.goOnWith(Math.max(ids.peek(), saved.ids()));
    } else if (seed == null) {
      ids.goOnWith(mark());
    }
  }

  /**
   * After a snapshot has been loaded: with a seed the numbers that follow are those of the
   * snapshot; without, none that has ever been given.
   */
  void goOnWith(SequencePositions saved) {
    ids.goOnWith(nextIdAfterLoad(saved));
    if (load() != null) {
      requests.goOnWith(saved.requests());
    }
  }

  /**
   * Ensures that the rows of a loaded snapshot have no id that the next rows would get again.
   *
   * @throws SnapshotFormatException when one has, which only a file written by hand can cause
   */
  void requireUnusedIds(SequencePositions saved) {
    if (isInUse(nextIdAfterLoad(saved))) {
      throw new SnapshotFormatException(
          "sequences.ids is " + saved.ids() + ", but a row has this id or one that follows it");
    }
  }

  /** After a load that failed: the sequences go on where they stood before it. */
  void goOnAsBefore(SequencePositions before) {
    ids.goOnWith(before.ids());
    requests.goOnWith(before.requests());
  }

  private long nextIdAfterLoad(SequencePositions saved) {
    return load() == null ? mark() : saved.ids();
  }

  private @Nullable Long load() {
    return jdbc.queryForList("select seed from id_seed", Long.class).stream()
        .findFirst()
        .orElse(null);
  }

  private long mark() {
    return jdbc.queryForList("select next from id_mark", Long.class).stream()
        .findFirst()
        .orElseGet(ids::peek);
  }

  private void raiseMark(long number) {
    transaction.executeWithoutResult(
        status -> {
          long raised =
              jdbc.queryForList("select next from id_mark", Long.class).stream()
                  .reduce(number, Math::max);
          jdbc.update("delete from id_mark");
          jdbc.update("insert into id_mark (next) values (?)", raised);
        });
  }

  private boolean isInUse(long first) {
    return Stream.of(Tables.NUMBERED)
        .anyMatch(
            table ->
                !jdbc.queryForList(
                        "select 1 from " + table + " where id >= ? and id < ? limit 1",
                        Integer.class,
                        first,
                        first + ROOM)
                    .isEmpty());
  }

  /** Seeds that differ by one must not give neighbours. */
  private static long mixed(long seed) {
    return new SplittableRandom(seed).nextLong();
  }
}
