package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.InvokerModel.DueFire;
import io.tatemulator.jar.kills.InvokerModel.Facts;
import io.tatemulator.jar.kills.TenantModel.CommandModel;
import io.tatemulator.jar.kills.TenantModel.InvocationModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a tenant's state, as the emulator lists it, with its model. */
final class TenantCheck {
  private final TenantModel model;
  private final Observed observed;
  private final Instant now;
  private final @Nullable Instant kept;
  private final IdOwners ids;
  private final List<String> problems;

  /** The invocations that must exist, by their ids. */
  private final Map<String, InvocationModel> expected = new HashMap<>();

  /** Deleted invokers, with the fires that they had before. */
  private final Map<String, InvokerModel> closed = new HashMap<>();

  /**
   * Creates a check.
   *
   * @param now what the clock shows
   * @param kept retention may have removed what is older; null without retention
   */
  TenantCheck(
      TenantModel model, Observed observed, Instant now, @Nullable Instant kept, IdOwners ids) {
    this.model = model;
    this.observed = observed;
    this.now = now;
    this.kept = kept;
    this.ids = ids;
    this.problems = new ArrayList<>(observed.problems());
  }

  /** Returns the differences. */
  List<String> problems() {
    checkCommands();
    checkInvokers();
    checkCodes();
    checkRecords();
    checkInvocations();
    problems.addAll(new TaskCheck(model, observed, now, expected, ids).problems());
    return problems;
  }

  /** Returns the model, completed by what the lists show. */
  TenantModel settled() {
    model.invokers.putAll(closed);
    model.invocations.keySet().retainAll(observed.invocations().keySet());
    observed
        .tasks()
        .forEach(
            (id, task) -> {
              String status = Observed.text(task, "TaskStatus");
              if (TaskCheck.isTerminal(status)) {
                model.ended.put(id, status);
              }
            });
    return model;
  }

  private void checkCommands() {
    compareIds("command", model.commands.keySet(), observed.commands().keySet());
    model.commands.forEach(
        (id, command) -> {
          JsonNode row = observed.commands().get(id);
          if (row != null) {
            compare(id, command, new CommandModel(text(row, "CommandName"), text(row, "Content")));
          }
        });
  }

  private void checkCodes() {
    compareIds("register code", model.codes.keySet(), observed.codes().keySet());
    model.codes.forEach(
        (id, description) -> {
          JsonNode row = observed.codes().get(id);
          if (row != null) {
            compare(id, description, text(row, "Description"));
          }
        });
  }

  private void checkInvokers() {
    List<String> live = model.liveInvokers();
    compareIds("invoker", new HashSet<>(live), observed.invokers().keySet());
    for (String id : live) {
      JsonNode row = observed.invokers().get(id);
      if (row != null) {
        InvokerModel invoker = model.invoker(id);
        compare(id, invoker.facts(), facts(row));
        compare(id + " updated", invoker.since(), Observed.time(row, "UpdatedTime"));
      }
    }
  }

  private static Facts facts(JsonNode row) {
    JsonNode settings = row.path("ScheduleSettings");
    boolean once = text(settings, "Policy").equals("ONCE");
    return new Facts(
        text(row, "Name"),
        text(row, "CommandId"),
        row.path("InstanceIds").valueStream().map(JsonNode::asString).toList(),
        row.path("Enable").asBoolean(),
        once ? null : text(settings, "Recurrence"),
        once ? Instant.parse(text(settings, "InvokeTime")) : null);
  }

  private void checkRecords() {
    Map<String, List<JsonNode>> byInvoker = new HashMap<>();
    for (JsonNode row : observed.records()) {
      // Records are listed newest first.
      byInvoker.computeIfAbsent(text(row, "InvokerId"), id -> new ArrayList<>()).add(0, row);
    }
    compareNone("record of an unknown invoker", byInvoker.keySet(), model.invokers.keySet());
    model.invokers.forEach(
        (id, invoker) -> checkFires(id, invoker, byInvoker.getOrDefault(id, List.of())));
  }

  private void checkFires(String id, InvokerModel invoker, List<JsonNode> records) {
    List<Instant> found = records.stream().map(row -> Observed.time(row, "InvokeTime")).toList();
    List<DueFire> due = fires(invoker, found);
    int gone = due.size() - found.size();
    boolean all =
        gone >= 0
            && times(due.subList(gone, due.size())).equals(found)
            && due.subList(0, gone).stream()
                .allMatch(fire -> mayBeRemoved(fire.at().plus(TaskCheck.TIMEOUT)));
    if (!all) {
      problems.add(differences(id + " fires", times(due), found) + ", " + invoker);
      return;
    }
    if (invoker.deleted() != null) {
      closed.put(id, invoker.closed(due));
    }
    for (int i = 0; i < records.size(); i++) {
      DueFire fire = due.get(gone + i);
      String invocation = text(records.get(i), "InvocationId");
      String owner = "the fire of " + id + " at " + fire.at();
      ids.register(invocation, owner).ifPresent(problems::add);
      expected.put(
          invocation,
          new InvocationModel(fire.commandId(), "", fire.instances(), fire.at(), Map.of()));
      JsonNode row = observed.invocations().get(invocation);
      if (row != null) {
        compare(owner, text(row, "InvocationStatus"), text(records.get(i), "Result"));
        compare(owner, fire.at(), Observed.time(row, "CreatedTime"));
      }
    }
  }

  /** The expected fires; those between the bounds of a deletion count if they are listed. */
  private List<DueFire> fires(InvokerModel invoker, List<Instant> found) {
    InvokerModel.Window deleted = invoker.deleted();
    if (deleted == null) {
      return invoker.dueBy(now);
    }
    int least = invoker.dueBy(deleted.earliest()).size();
    List<DueFire> most = invoker.dueBy(deleted.latest());
    Instant last = found.isEmpty() ? Instant.MIN : found.get(found.size() - 1);
    int count = (int) most.stream().filter(fire -> !fire.at().isAfter(last)).count();
    return most.subList(0, Math.max(least, count));
  }

  private void checkInvocations() {
    expected.putAll(model.invocations);
    compareNone("invocation", observed.invocations().keySet(), expected.keySet());
    expected.forEach(
        (id, invocation) -> {
          JsonNode row = observed.invocations().get(id);
          if (row != null) {
            compare(id + " runs", invocation.commandId(), text(row, "CommandId"));
            if (!invocation.content().isEmpty()) {
              compare(id + " runs", invocation.content(), text(row, "CommandContent"));
            }
          } else if (!model.invocations.containsKey(id) || !mayBeRemoved(earliestEnd(invocation))) {
            problems.add("missing: invocation " + id + ", " + invocation);
          }
        });
  }

  private boolean mayBeRemoved(Instant endedAt) {
    return kept != null && endedAt.isBefore(kept);
  }

  private static Instant earliestEnd(InvocationModel invocation) {
    return invocation.cancelledBy().isEmpty()
        ? invocation.earliest().plus(TaskCheck.TIMEOUT)
        : invocation.earliest();
  }

  private void compareIds(String what, Set<String> wanted, Set<String> found) {
    compareNone(what, found, wanted);
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(found);
    missing.forEach(id -> problems.add("missing: " + what + " " + id));
  }

  private void compareNone(String what, Set<String> found, Set<String> wanted) {
    Set<String> more = new HashSet<>(found);
    more.removeAll(wanted);
    more.forEach(id -> problems.add("not expected: " + what + " " + id));
  }

  private void compare(String what, Object wanted, Object found) {
    if (!Objects.equals(wanted, found)) {
      problems.add(what + ": expected " + wanted + ", found " + found);
    }
  }

  private static String differences(String what, List<Instant> wanted, List<Instant> found) {
    List<Instant> missing = new ArrayList<>(wanted);
    found.forEach(missing::remove);
    List<Instant> more = new ArrayList<>(found);
    wanted.forEach(more::remove);
    return "%s: %s expected, %s found, missing %s, too many %s"
        .formatted(what, wanted.size(), found.size(), missing, more);
  }

  private static List<Instant> times(List<DueFire> fires) {
    return fires.stream().map(DueFire::at).toList();
  }

  private static String text(JsonNode row, String member) {
    return Observed.text(row, member);
  }
}
