package io.tatemulator.invocation;

import io.tatemulator.command.CommandRevision;
import io.tatemulator.storage.ReadTransaction;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an executor may want to know of tasks before it begins them. */
@Component
public class TaskDetails {
  /**
   * What a task is to run, and where.
   *
   * @param instanceId where
   * @param commandId the command's public identifier
   * @param commandName its name
   * @param script the script, with its parameters filled in
   * @param parameters the parameters
   */
  public record TaskDetail(
      String instanceId,
      String commandId,
      String commandName,
      String script,
      Map<String, String> parameters) {}

  private final EntityManager entities;
  private final ReadTransaction reading;

  TaskDetails(EntityManager entities, ReadTransaction reading) {
    this.entities = entities;
    this.reading = reading;
  }

  /** The details of some tasks, by the tasks' numbers. */
  public Map<Long, TaskDetail> of(Collection<Long> tasks) {
    return reading.run(
        () ->
            entities
                .createQuery(
                    "select t from InvocationTask t join fetch t.invocation i join fetch i.revision"
                        + " where t.id in ?1",
                    InvocationTask.class)
                .setParameter(1, tasks)
                .getResultStream()
                .collect(Collectors.toMap(InvocationTask::id, TaskDetails::detail)));
  }

  private static TaskDetail detail(InvocationTask task) {
    CommandRevision revision = task.invocation().revision();
    RunParameters parameters = task.invocation().parameters();
    return new TaskDetail(
        task.instanceId(),
        revision.commandId(),
        revision.spec().name(),
        parameters.script(),
        parameters.values());
  }
}
