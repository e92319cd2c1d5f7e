package io.tatemulator.invocation;

import io.tatemulator.command.CommandRevision;
import io.tatemulator.persistence.ReadTransaction;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;
import org.springframework.stereotype.Component;

/** Loads the details of tasks that an executor is about to start. */
@Component
public class TaskDetails {
  private final EntityManager entities;
  private final ReadTransaction reading;

  TaskDetails(EntityManager entities, ReadTransaction reading) {
    this.entities = entities;
    this.reading = reading;
  }

  /** Returns the details of tasks by task id. */
  public Map<Long, TaskDetail> of(Collection<Long> taskIds) {
    return reading.run(
        () ->
            entities
                .createQuery(
                    "select t from InvocationTask t join fetch t.invocation i join fetch i.revision"
                        + " where array_has(?1, t.id)",
                    InvocationTask.class)
                .setParameter(1, taskIds.toArray(Long[]::new))
                // The transaction goes on, and would look for changes of each before every query.
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultStream()
                .collect(Collectors.toMap(InvocationTask::id, TaskDetails::detail)));
  }

  private static TaskDetail detail(InvocationTask task) {
    Invocation invocation = task.invocation();
    CommandRevision revision = invocation.revision();
    return new TaskDetail(
        invocation.id(),
        task.instanceId(),
        revision.commandId(),
        revision.spec().name(),
        invocation.username(),
        invocation.outputPath(task.taskId()),
        invocation.parameters());
  }
}
