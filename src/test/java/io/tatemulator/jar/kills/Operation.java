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
 * @param label a text that is unique to what it creates
 * @param creates what it creates
 * @param invoker the invoker that it changes; null if none
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

  /** The ids of created resources; empty where there is none. */
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
   * The time of a request, on the emulator's clock.
   *
   * @param at the UpdatedTime, if it creates or changes an invoker
   * @param window its bounds otherwise
   */
  record When(Instant at, Window window) {}

  /** Applies a request to the model. */
  interface Effect {
    void apply(TenantModel tenant, Created created, When when);
  }

  /**
   * A request in flight, or one whose answer is not applied yet.
   *
   * @param earliest a lower bound of its time
   * @param latest an upper bound; null if it is unanswered
   * @param created what it created; null if it is unanswered
   */
  record Pending(
      Operation operation, Instant earliest, @Nullable Instant latest, @Nullable Created created) {}

  /**
   * Registers the ids of what it has created.
   *
   * @return errors of ids that were issued before
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
