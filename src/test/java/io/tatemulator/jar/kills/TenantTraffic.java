package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.InvokerModel.Window;
import io.tatemulator.jar.kills.Operation.Created;
import io.tatemulator.jar.kills.Operation.Kind;
import io.tatemulator.jar.kills.Operation.Pending;
import io.tatemulator.jar.kills.Operation.When;
import io.tatemulator.jar.kills.Progress.Moment;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The only writer of a tenant, so that its requests are sequential. */
final class TenantTraffic {
  /** Beyond it, the tenant is reset, so that the checks stay fast. */
  private static final int MAX_INVOCATIONS = 250;

  /** Expected for an invocation that retention has removed. */
  private static final String NOT_FOUND = "ResourceNotFound.InvocationNotFound";

  private static final Set<String> REFUSALS =
      Set.of(
          "InvalidParameterValue.InvokeTimeExpired",
          "ResourceUnavailable.CommandInInvoker",
          "ResourceUnavailable.CommandInExecuting");

  private final AcknowledgedState state;
  private final String region;
  private final Api api;
  private final Control control;
  private final Progress progress;
  private final Random random;
  private final RandomOperations operations;
  private final int resetOneIn;
  private boolean full;

  TenantTraffic(
      AcknowledgedState state,
      String region,
      Server server,
      Progress progress,
      Moment kill,
      Random random) {
    this.state = state;
    this.region = region;
    this.api = server.api(region);
    this.control = server.control();
    this.progress = progress;
    this.random = random;
    this.operations = new RandomOperations(random);
    this.resetOneIn = kill == Moment.TENANT_RESET ? 20 : 200;
    this.full = state.model().tenant(region).size(state.model().reached()) > MAX_INVOCATIONS;
  }

  /** Sends one request, and applies it to the model when it is acknowledged. */
  void step() {
    state.replacementLock.readLock().lock();
    try {
      if (progress.isOver()) {
        // It would count as in flight, though it is never sent.
        return;
      }
      EmulatorModel model = state.model();
      Operation operation = next(model);
      Instant earliest = model.reached();
      state.pending.put(region, new Pending(operation, earliest, null, null));
      if (operation.action().equals(Operation.RESET)) {
        reset(model);
      } else {
        send(model, operation, earliest);
      }
      state.pending.remove(region);
    } finally {
      state.replacementLock.readLock().unlock();
    }
    progress.count(Moment.REQUEST);
  }

  private Operation next(EmulatorModel model) {
    if (random.nextInt(full ? 10 : resetOneIn) == 0) {
      full = false;
      return RandomOperations.reset();
    }
    return operations.next(model.tenant(region), model.reached());
  }

  private void reset(EmulatorModel model) {
    progress.count(Moment.TENANT_RESET);
    int status = Unanswered.unless(control.call("POST", "reset?region=" + region, "")).status();
    if (status != 204) {
      throw new AssertionError("the reset was answered " + status);
    }
    model.tenant(region).clear();
  }

  private void send(EmulatorModel model, Operation operation, Instant earliest) {
    Answer answer = Unanswered.unless(api.call(operation.action(), operation.body()));
    if (!answer.code().isEmpty()) {
      boolean removed = KillRounds.RETENTION != null && answer.code().equals(NOT_FOUND);
      if (!removed && !REFUSALS.contains(answer.code())) {
        throw new AssertionError(operation + " was refused: " + answer.body());
      }
      return;
    }
    Created created = Created.of(answer);
    Instant latest = model.target();
    state.pending.put(region, new Pending(operation, earliest, latest, created));
    List<String> repeated = operation.registerIds(created, state.ids);
    if (!repeated.isEmpty()) {
      throw new AssertionError(repeated);
    }
    Instant at = earliest;
    String invoker =
        operation.creates().contains(Kind.INVOKER) ? created.invokerId() : operation.invoker();
    if (invoker != null) {
      at = updatedAt(invoker);
      model.clockShowed(at);
    }
    operation
        .effect()
        .apply(model.tenant(region), created, new When(at, new Window(earliest, latest)));
  }

  private Instant updatedAt(String invoker) {
    return Instant.parse(
        Unanswered.unless(api.call("DescribeInvokers", Requests.invokers(List.of(invoker))))
            .text("InvokerSet/0/UpdatedTime"));
  }
}
