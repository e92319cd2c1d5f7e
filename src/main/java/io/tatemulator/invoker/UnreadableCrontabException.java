package io.tatemulator.invoker;

/** Thrown when the crontab of a stored invoker cannot be read, so its next fire is unknown. */
public final class UnreadableCrontabException extends RuntimeException {
  UnreadableCrontabException(String crontab, IllegalArgumentException cause) {
    super("the crontab `" + crontab + "` cannot be read: " + cause.getMessage(), cause);
  }
}
