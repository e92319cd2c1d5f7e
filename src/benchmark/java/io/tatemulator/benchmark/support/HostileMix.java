package io.tatemulator.benchmark.support;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The mixture of valid, invalid and half-sent requests that {@code hostile} sends. */
public final class HostileMix {
  private static final long SEED = 20201028;
  private static final int VALID_PERCENT = 60;
  private static final int INVALID_PERCENT = 25;
  private static final int SIGNED_ONE_OF = 4;

  /** Signed before the load, since signing takes processor time from the server. */
  private static final int SIGNED = 1_000;

  /** One of so many bad requests is too large; more would measure the copying. */
  private static final int TOO_LARGE_ONE_OF = 50;

  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int MIN_SILENCE_MILLIS = 1_000;
  private static final int MORE_SILENCE_MILLIS = 2_000;
  private static final int REQUEST_TIMEOUT = 408;

  /** What a client sends, and so how the server may respond. */
  public enum Kind {
    VALID,
    /** The emulator answers with an error. */
    INVALID,
    /** The same, but many of these wait for each other. */
    TOO_LARGE,
    /** The HTTP server answers with 4xx. */
    REJECTED,
    HALF_SENT;

    /** Whether the server may respond so. */
    public boolean allows(Response response) {
      boolean isError = response.isError() && !response.body().contains("\"InternalError\"");
      return switch (this) {
        case VALID -> response.isSuccess();
        case INVALID -> isError;
        case TOO_LARGE -> isError || response.status() == REQUEST_TIMEOUT;
        case REJECTED, HALF_SENT -> response.status() / 100 == 4;
      };
    }

    /** A server that has not read everything may close the connection, which loses the response. */
    public boolean allowsClose() {
      return this != VALID && this != INVALID;
    }
  }

  /** What a client does once everything is sent. */
  public enum Ending {
    WAIT,
    HALF_CLOSE,
    CLOSE,
    RESET
  }

  /** One thing that a client does. */
  // Never compared, so an array is as good as a list.
  @SuppressWarnings("ArrayRecordComponent")
  public record Attempt(Kind kind, byte[] bytes, Ending ending, int timeoutMillis) {}

  private final Random random = new Random(SEED);
  private final List<byte[]> invalid = SpoiltRequests.refused();
  private final List<byte[]> rejected = SpoiltRequests.rejected();
  private final List<byte[]> tooLarge = SpoiltRequests.tooLarge();
  private final List<byte[]> signed =
      IntStream.range(0, SIGNED)
          .mapToObj(i -> valid(i).signedBy("AKIDEMULATOREXAMPLE", "emulator-secret-key").bytes())
          .toList();

  /** The next attempt, in the same order for each mix. */
  public Attempt next() {
    int percent = random.nextInt(100);
    if (percent < VALID_PERCENT) {
      return whole(Kind.VALID, anyValid());
    }
    return percent < VALID_PERCENT + INVALID_PERCENT ? anyInvalid() : halfSent();
  }

  private byte[] anyValid() {
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

  private Attempt anyInvalid() {
    if (random.nextInt(TOO_LARGE_ONE_OF) == 0) {
      return whole(Kind.TOO_LARGE, anyOf(tooLarge));
    }
    int choice = random.nextInt(invalid.size() + rejected.size());
    return choice < invalid.size()
        ? whole(Kind.INVALID, invalid.get(choice))
        : whole(Kind.REJECTED, rejected.get(choice - invalid.size()));
  }

  private static Attempt whole(Kind kind, byte[] bytes) {
    return new Attempt(kind, bytes, Ending.WAIT, TIMEOUT_MILLIS);
  }

  /** Cut anywhere; all endings are equally likely. */
  private Attempt halfSent() {
    byte[] bytes = random.nextInt(TOO_LARGE_ONE_OF) == 0 ? anyOf(tooLarge) : anyValid();
    byte[] half = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
    Ending ending = anyOf(List.of(Ending.values()));
    int timeout =
        ending == Ending.WAIT
            ? MIN_SILENCE_MILLIS + random.nextInt(MORE_SILENCE_MILLIS)
            : TIMEOUT_MILLIS;
    return new Attempt(Kind.HALF_SENT, half, ending, timeout);
  }

  private <T> T anyOf(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }
}
