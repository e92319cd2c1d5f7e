package io.tatemulator.jar.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tatemulator.jar.kills.AcknowledgedState.Saved;
import io.tatemulator.jar.kills.AcknowledgedState.Saving;
import io.tatemulator.jar.kills.InvokerModel.Window;
import io.tatemulator.jar.kills.Operation.Created;
import io.tatemulator.jar.kills.Operation.Kind;
import io.tatemulator.jar.kills.Operation.Pending;
import io.tatemulator.jar.kills.Operation.When;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares a restarted emulator with what it acknowledged before the kill. A request in flight was
 * executed completely or not at all.
 */
final class RestartCheck {
  private static final int MAX_PROBLEMS = 20;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final AcknowledgedState state;
  private final Server server;
  private final @Nullable Duration retention;

  RestartCheck(AcknowledgedState state, Server server, @Nullable Duration retention) {
    this.state = state;
    this.server = server;
    this.retention = retention;
  }

  /** Fails when there are differences. Otherwise, the state becomes what the emulator lists. */
  void require(String when) {
    List<String> problems = problems();
    assertThat(problems.stream().limit(MAX_PROBLEMS).toList())
        .as("%s, %s problems", when, problems.size())
        .isEmpty();
  }

  /** Moves the clock, so that all tasks that exist now must have ended. */
  void moveBeyondAllTasks() {
    Duration by = TaskCheck.DURATION.multipliedBy(2);
    state.model().clockStandsAt(state.model().reached().plus(by));
    server.control().advance(by);
  }

  /** Returns the differences. Without one, the state becomes what the emulator lists. */
  private List<String> problems() {
    Control control = server.control();
    JsonNode clock = control.ok("GET", "clock", "");
    boolean frozen = Observed.text(clock, "mode").equals("frozen");
    Instant now = Observed.time(clock, "now");
    // Returns once everything that is due at this instant has been done.
    control.advance(Duration.ZERO);
    Map<String, Observed> observed = new LinkedHashMap<>();
    EmulatorModel.REGIONS.forEach(region -> observed.put(region, observed(region)));

    List<String> problems = new ArrayList<>();
    for (EmulatorModel candidate : state.candidates()) {
      List<String> wrong = new ArrayList<>();
      EmulatorModel found = check(candidate, frozen, now, observed, wrong);
      if (wrong.isEmpty()) {
        settle(found, frozen);
        return snapshotProblems();
      }
      problems.add("as one of " + state.candidates().size() + " possible states:");
      problems.addAll(wrong);
    }
    return problems;
  }

  private Observed observed(String region) {
    Api api = server.api(region);
    if (retention == null) {
      return Observed.of(api);
    }
    // Rows that retention removes between two lists would make them differ.
    List<Observed> seen = new ArrayList<>(List.of(Observed.of(api)));
    return await()
        .atMost(TIMEOUT)
        .until(
            () -> {
              seen.add(Observed.of(api));
              return seen.get(seen.size() - 1);
            },
            last -> last.equals(seen.get(seen.size() - 2)));
  }

  private void settle(EmulatorModel found, boolean frozen) {
    state.pending.clear();
    if (frozen) {
      state.replaceWith(found);
    } else {
      SnapshotTraffic.freeze(state, server.control(), found);
    }
  }

  private EmulatorModel check(
      EmulatorModel candidate,
      boolean frozen,
      Instant now,
      Map<String, Observed> observed,
      List<String> problems) {
    if (frozen != candidate.frozen()) {
      problems.add("the clock is frozen: " + frozen);
    }
    if (frozen && (now.isBefore(candidate.reached()) || now.isAfter(candidate.target()))) {
      problems.add(
          "the clock shows %s, not from %s to %s"
              .formatted(now, candidate.reached(), candidate.target()));
    }
    Map<String, TenantModel> tenants = new LinkedHashMap<>();
    observed.forEach(
        (region, found) ->
            tenants.put(region, check(candidate.tenant(region), found, now, problems)));
    return candidate.found(tenants, now);
  }

  /** Compares a tenant with its model, before and after the request that was in flight. */
  private TenantModel check(
      TenantModel model, Observed observed, Instant now, List<String> problems) {
    List<TenantModel> candidates = candidates(model, observed, now, problems);
    List<String> wrong = new ArrayList<>();
    for (TenantModel candidate : candidates) {
      Instant kept = retention == null ? null : now.minus(retention);
      TenantCheck check = new TenantCheck(candidate, observed, now, kept, state.ids);
      List<String> found = check.problems();
      if (found.isEmpty()) {
        return check.settled();
      }
      wrong.addAll(found);
    }
    problems.add(
        "%s, as %s possible states, with %s in flight:"
            .formatted(model.region, candidates.size(), state.pending.get(model.region)));
    problems.addAll(wrong);
    return model;
  }

  private List<TenantModel> candidates(
      TenantModel model, Observed observed, Instant now, List<String> problems) {
    List<TenantModel> candidates = new ArrayList<>();
    Pending pending = state.pending.get(model.region);
    if (pending == null || pending.created() == null) {
      candidates.add(model.copy());
    }
    if (pending != null) {
      done(pending, model.copy(), observed, now, problems).ifPresent(candidates::add);
    }
    return candidates;
  }

  /** Applies the request that was in flight; empty if it has certainly not been executed. */
  private Optional<TenantModel> done(
      Pending pending, TenantModel model, Observed observed, Instant now, List<String> problems) {
    Operation operation = pending.operation();
    Created created =
        pending.created() == null ? created(operation, model, observed) : pending.created();
    Set<Kind> kinds = operation.creates();
    boolean all =
        !(kinds.contains(Kind.COMMAND) && created.commandId().isEmpty())
            && !(kinds.contains(Kind.INVOKER) && created.invokerId().isEmpty())
            && !(kinds.contains(Kind.INVOCATION) && created.invocationId().isEmpty())
            && !(kinds.contains(Kind.CODE) && created.codeId().isEmpty());
    String invoker = kinds.contains(Kind.INVOKER) ? created.invokerId() : operation.invoker();
    Optional<Instant> at =
        invoker == null ? Optional.of(pending.earliest()) : observed.updatedAt(invoker);
    if (!all || at.isEmpty()) {
      return Optional.empty();
    }
    problems.addAll(operation.registerIds(created, state.ids));
    Instant latest = Objects.requireNonNullElse(pending.latest(), now);
    Window window = new Window(pending.earliest(), latest);
    operation.effect().apply(model, created, new When(at.get(), window));
    return Optional.of(model);
  }

  /** Finds what an unanswered request has created. */
  private Created created(Operation operation, TenantModel model, Observed observed) {
    String label = operation.label();
    Set<String> invocations = new TreeSet<>(observed.invocations().keySet());
    invocations.removeAll(model.invocations.keySet());
    observed.records().forEach(row -> invocations.remove(Observed.text(row, "InvocationId")));
    String invocation = invocations.size() == 1 ? invocations.iterator().next() : "";
    return new Created(
        switch (operation.action()) {
          case "CreateCommand" -> Observed.find(observed.commands(), "CommandName", label);
          case "RunCommand" -> commandOf(observed.invocations().get(invocation));
          default -> "";
        },
        Observed.find(observed.invokers(), "Name", label),
        operation.creates().contains(Kind.INVOCATION) ? invocation : "",
        Observed.find(observed.codes(), "Description", label));
  }

  private static String commandOf(@Nullable JsonNode invocation) {
    return invocation == null ? "" : Observed.text(invocation, "CommandId");
  }

  /** A snapshot that was being saved is the new or the old one; the others are unchanged. */
  private List<String> snapshotProblems() {
    Map<String, String> found = new HashMap<>();
    server
        .control()
        .ok("GET", "snapshots", "")
        .path("snapshots")
        .forEach(row -> found.put(Observed.text(row, "name"), Observed.text(row, "savedAt")));
    Saving saving = state.saving;
    state.saving = null;
    if (saving != null && found.containsKey(saving.name())) {
      Saved before = state.snapshots.get(saving.name());
      String savedAt = found.get(saving.name());
      if (before == null || !before.savedAt().equals(savedAt)) {
        state.snapshots.put(saving.name(), new Saved(saving.model(), savedAt));
      }
    }
    Map<String, String> expected = new HashMap<>();
    state.snapshots.forEach((name, saved) -> expected.put(name, saved.savedAt()));
    return expected.equals(found)
        ? List.of()
        : List.of("snapshots: expected " + expected + ", found " + found);
  }
}
