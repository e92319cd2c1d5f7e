package io.tatemulator.benchmark;

import io.tatemulator.benchmark.Errand.Ending;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Good, bad and half-sent requests in a mixture that is the same each time, until time is up. */
final class HostileMix implements Supplier<@Nullable Errand> {
  private static final long SEED = 20201028;
  private static final int VALID_PERCENT = 60;
  private static final int INVALID_PERCENT = 25;

  /** One of so many bad requests is too large; more would be a measurement of the copying. */
  private static final int TOO_LARGE_ONE_OF = 50;

  private static final long PATIENCE_MILLIS = 60_000;
  private static final int SILENCE_MILLIS = 1_000;
  private static final int MORE_SILENCE_MILLIS = 2_000;
  private static final int SIGNED_ONE_OF = 4;

  /** Signed beforehand, as the client takes its time from the server's. */
  private static final int SIGNED = 1_000;

  private static final List<Ending> ENDINGS = List.of(Ending.values());

  private final Random random = new Random(SEED);
  private final List<byte[]> refused = SpoiltRequests.refused();
  private final List<byte[]> rejected = SpoiltRequests.rejected();
  private final List<byte[]> tooLarge = SpoiltRequests.tooLarge();
  private final List<byte[]> signed;
  private final Outcomes outcomes;
  private final long end;

  HostileMix(Outcomes outcomes, double seconds) {
    this.outcomes = outcomes;
    this.signed =
        IntStream.range(0, SIGNED)
            .mapToObj(i -> valid(i).signedBy("AKIDEMULATOREXAMPLE", "emulator-secret-key").bytes())
            .toList();
    this.end = System.nanoTime() + (long) (seconds * 1e9);
  }

  @Override
  public @Nullable Errand get() {
    if (System.nanoTime() >= end) {
      return null;
    }
    HostileErrand errand = next();
    outcomes.sent(errand.conduct());
    return errand;
  }

  private HostileErrand next() {
    int percent = random.nextInt(100);
    if (percent < VALID_PERCENT) {
      return whole(Conduct.VALID, valid());
    }
    if (percent < VALID_PERCENT + INVALID_PERCENT) {
      return invalid();
    }
    return halfSent();
  }

  private byte[] valid() {
    return random.nextInt(SIGNED_ONE_OF) == 0
        ? anyOf(signed)
        : valid(random.nextInt(Integer.MAX_VALUE)).bytes();
  }

  private static Request valid(int number) {
    return switch (number % 4) {
      case 0 -> Request.createInvoker("hostile-" + number, Request.NEVER);
      case 1 -> Request.invokers(20);
      case 2 -> Request.records(List.of(), 0, 20);
      default -> Request.runCommand(1);
    };
  }

  private HostileErrand invalid() {
    if (random.nextInt(TOO_LARGE_ONE_OF) == 0) {
      return whole(Conduct.TOO_LARGE, anyOf(tooLarge));
    }
    int choice = random.nextInt(refused.size() + rejected.size());
    return choice < refused.size()
        ? whole(Conduct.REFUSED, refused.get(choice))
        : whole(Conduct.REJECTED, rejected.get(choice - refused.size()));
  }

  private HostileErrand whole(Conduct conduct, byte[] bytes) {
    return errand(conduct, bytes, Ending.WAIT, PATIENCE_MILLIS);
  }

  /** All ways to leave a request are equally likely; one of them is to say nothing more. */
  private HostileErrand halfSent() {
    byte[] bytes = random.nextInt(TOO_LARGE_ONE_OF) == 0 ? anyOf(tooLarge) : valid();
    byte[] half = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
    Ending ending = anyOf(ENDINGS);
    long patience =
        ending == Ending.WAIT
            ? SILENCE_MILLIS + random.nextInt(MORE_SILENCE_MILLIS)
            : PATIENCE_MILLIS;
    return errand(Conduct.HALF_SENT, half, ending, patience);
  }

  private HostileErrand errand(Conduct conduct, byte[] bytes, Ending ending, long patience) {
    return new HostileErrand(conduct, bytes, ending, patience, outcomes, System.nanoTime());
  }

  private <T> T anyOf(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }
}
