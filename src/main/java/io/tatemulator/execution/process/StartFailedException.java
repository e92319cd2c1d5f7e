package io.tatemulator.execution.process;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script that cannot be started. Its message is that of the TAT agent. */
final class StartFailedException extends Exception {
  private static final Pattern OS_ERROR = Pattern.compile("error=(\\d+), (.+)");

  private static final long serialVersionUID = 1L;

  /**
   * Creates the failure of a step.
   *
   * @param step the step by its name in the agent, such as {@code InvalidUser}
   */
  StartFailedException(String step, String cause) {
    super(step + ": " + cause);
  }

  /** Creates the failure of a step that an error of the operating system has caused. */
  StartFailedException(String step, IOException cause) {
    super(step + ": " + describe(String.valueOf(cause.getMessage())), cause);
  }

  /** Returns an error as the agent spells it: {@code Permission denied (os error 13)}. */
  private static String describe(String message) {
    Matcher error = OS_ERROR.matcher(message);
    return error.find() ? error.group(2) + " (os error " + error.group(1) + ")" : message;
  }
}
