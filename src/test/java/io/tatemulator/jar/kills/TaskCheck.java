package io.tatemulator.jar.kills;

import io.tatemulator.invocation.InvocationStatus;
import io.tatemulator.invocation.TaskStatus;
import io.tatemulator.jar.kills.TenantModel.InvocationModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares a tenant's tasks with its invocations, the clock and the cancellations. */
final class TaskCheck {
  /** How long each task runs. */
  static final Duration DURATION = Duration.ofSeconds(90);

  /** The shortest timeout of any command here. */
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final Set<TaskStatus> STOPPED =
      Set.of(TaskStatus.CANCELLED, TaskStatus.TERMINATED);

  private final TenantModel model;
  private final Observed observed;
  private final Instant now;
  private final Map<String, InvocationModel> expected;
  private final IdOwners ids;
  private final List<String> problems = new ArrayList<>();

  TaskCheck(
      TenantModel model,
      Observed observed,
      Instant now,
      Map<String, InvocationModel> expected,
      IdOwners ids) {
    this.model = model;
    this.observed = observed;
    this.now = now;
    this.expected = expected;
    this.ids = ids;
  }

  static boolean isTerminal(String status) {
    return TaskStatus.valueOf(status).isTerminal();
  }

  /** Returns the differences. */
  List<String> problems() {
    Map<String, List<JsonNode>> byInvocation = new HashMap<>();
    observed
        .tasks()
        .values()
        .forEach(
            task ->
                byInvocation
                    .computeIfAbsent(text(task, "InvocationId"), id -> new ArrayList<>())
                    .add(task));
    observed
        .invocations()
        .forEach((id, row) -> checkOne(id, row, byInvocation.getOrDefault(id, List.of())));
    byInvocation.keySet().removeAll(observed.invocations().keySet());
    byInvocation.keySet().forEach(id -> problems.add("tasks of no invocation: " + id));
    checkEnded();
    return problems;
  }

  private void checkOne(String id, JsonNode invocation, List<JsonNode> tasks) {
    List<TaskStatus> statuses = tasks.stream().map(TaskCheck::status).toList();
    String status = text(invocation, "InvocationStatus");
    require(!tasks.isEmpty(), id + " has no tasks");
    require(
        status.equals(InvocationStatus.of(statuses).name()),
        id + " is " + status + " with tasks " + statuses);
    require(
        summaries(tasks).equals(summaries(basicInfos(invocation))),
        id + " lists other tasks than DescribeInvocationTasks");
    InvocationModel wanted = expected.get(id);
    if (wanted != null) {
      TreeSet<String> instances = new TreeSet<>();
      tasks.forEach(task -> instances.add(text(task, "InstanceId")));
      require(
          tasks.size() == instances.size() && instances.equals(new TreeSet<>(wanted.instances())),
          id + " runs on " + instances + " instead of " + wanted.instances());
      Instant createdAt = Observed.time(invocation, "CreatedTime");
      tasks.forEach(task -> checkStatus(id, createdAt, task, wanted));
    }
  }

  private void checkStatus(String id, Instant createdAt, JsonNode task, InvocationModel wanted) {
    String instance = text(task, "InstanceId");
    TaskStatus status = status(task);
    String described = "task of %s on %s is %s at %s".formatted(id, instance, status, now);
    ids.register(text(task, "InvocationTaskId"), "the task of " + id + " on " + instance)
        .ifPresent(problems::add);
    Instant cancelledBy = wanted.cancelledBy().get(instance);
    if (cancelledBy == null) {
      require(!STOPPED.contains(status), described + ", never cancelled");
      boolean ends = !now.isBefore(createdAt.plus(DURATION));
      boolean mayEnd = !now.isBefore(createdAt.plus(TIMEOUT));
      require(status.isTerminal() ? mayEnd : !ends, described + ", created at " + createdAt);
    } else if (cancelledBy.isBefore(createdAt.plus(TIMEOUT))) {
      require(STOPPED.contains(status), described + ", cancelled by " + cancelledBy);
    } else {
      require(status.isTerminal(), described + ", cancelled by " + cancelledBy);
    }
  }

  private void checkEnded() {
    model.ended.forEach(
        (id, status) -> {
          JsonNode task = observed.tasks().get(id);
          require(
              task == null || text(task, "TaskStatus").equals(status),
              "task " + id + " had ended " + status + ", found " + task);
        });
  }

  private static Set<String> summaries(List<JsonNode> tasks) {
    Set<String> summaries = new TreeSet<>();
    for (JsonNode task : tasks) {
      summaries.add(
          text(task, "InvocationTaskId") + text(task, "InstanceId") + text(task, "TaskStatus"));
    }
    return summaries;
  }

  private static List<JsonNode> basicInfos(JsonNode invocation) {
    return invocation.path("InvocationTaskBasicInfoSet").valueStream().toList();
  }

  private static TaskStatus status(JsonNode task) {
    return TaskStatus.valueOf(text(task, "TaskStatus"));
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }

  private static String text(JsonNode row, String member) {
    return Observed.text(row, member);
  }
}
