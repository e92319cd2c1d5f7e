package io.tatemulator.invoker;

/** The crontab of a stored invoker cannot be read, so nobody knows when it is due. */
public final class UnreadableCrontabException extends RuntimeException {
  UnreadableCrontabException(String crontab, IllegalArgumentException cause) {
    super("the crontab `" + crontab + "` cannot be read: " + cause.getMessage(), cause);
  }
}
