package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.InvokerModel.Window;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes a tenant's state.
 *
 * @param action the action; {@link #RESET} for the tenant's reset
 * @param label a text that only what it creates has
 * @param creates what it creates
 * @param invoker the invoker that it changes, null if none
 * @param effect what it does to the model
 */
record Operation(
    String action,
    Body body,
    String label,
    Set<Kind> creates,
    @Nullable String invoker,
    Effect effect) {
  static final String RESET = "reset";

  /** What requests create. */
  enum Kind {
    COMMAND,
    INVOKER,
    INVOCATION,
    CODE
  }

  /** The identifiers of what was created; empty where nothing was. */
  record Created(String commandId, String invokerId, String invocationId, String codeId) {
    static Created of(Answer answer) {
      return new Created(
          answer.text("CommandId"),
          answer.text("InvokerId"),
          answer.text("InvocationId"),
          answer.text("RegisterCodeId"));
    }
  }

  /**
   * When it was done.
   *
   * @param at the instant, of what creates or changes an invoker
   * @param window of all others
   */
  record When(Instant at, Window window) {}

  /** What it does to the model. */
  interface Effect {
    void apply(TenantModel tenant, Created created, When when);
  }

  /**
   * An operation that was under way when the emulator was killed.
   *
   * @param earliest the clock showed no earlier time when it was done
   * @param latest nor a later one; null if it has not been answered
   * @param created what it created, if it has been answered
   */
  record Pending(
      Operation operation, Instant earliest, @Nullable Instant latest, @Nullable Created created) {}

  /**
   * Notes the identifiers of what it has created, as those of this operation.
   *
   * @return those that something else had before
   */
  List<String> registerIds(Created created, IdOwners ids) {
    if (creates.isEmpty()) {
      return List.of();
    }
    return Stream.of(
            created.commandId(), created.invokerId(), created.invocationId(), created.codeId())
        .filter(id -> !id.isEmpty())
        .flatMap(id -> ids.register(id, action + " of " + label).stream())
        .toList();
  }

  @Override
  public String toString() {
    return action + " " + body.json();
  }
}
