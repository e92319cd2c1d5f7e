package io.tatemulator.invocation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

// Each condition on nextStepAt has a lower bound, since H2 would otherwise read all nulls of the
// index.
interface InvocationTaskRepository extends Repository<InvocationTask, Long> {
  // Not min(), which reads the nulls too.
  @Query(
      "select t.nextStepAt from InvocationTask t where t.nextStepAt > ?1 order by t.nextStepAt limit 1")
  List<Instant> findNextStep(Instant after);

  // Left joins, since H2 might otherwise start with all invocations.
  @Query(
      "select new io.tatemulator.invocation.DueTask(t.id, t.tenantId, t.invocationId, t.instanceId, t.status,"
          + " t.nextStepAt, t.startedAt, coalesce(r.spec.timeoutSeconds, 0), coalesce(r.spec.enableParameter, false), t.executor, t.note) from InvocationTask t"
          + " left join t.invocation i left join i.revision r where t.nextStepAt between ?1 and ?2"
          + " order by t.nextStepAt, t.id limit ?3")
  List<DueTask> findDue(Instant from, Instant until, int limit);

  @Query(
      "select new io.tatemulator.invocation.DueTask(t.id, t.tenantId, t.invocationId, t.instanceId, t.status,"
          + " t.nextStepAt, t.startedAt, coalesce(r.spec.timeoutSeconds, 0), coalesce(r.spec.enableParameter, false), t.executor, t.note) from InvocationTask t"
          + " left join t.invocation i left join i.revision r where t.nextStepAt >= ?1"
          + " and array_has(?2, t.id) order by t.id")
  List<DueTask> findUnfinished(Instant from, Long[] ids);

  @Query(
      "select new io.tatemulator.invocation.ExecutorTask(t.id, t.status)"
          + " from InvocationTask t where t.nextStepAt >= ?1 and array_has(?2, t.id)")
  List<ExecutorTask> findInProgress(Instant from, Long[] ids);

  @Query(
      "select new io.tatemulator.invocation.ExecutorTask(t.id, t.status)"
          + " from InvocationTask t where t.nextStepAt >= ?1 and t.executor = ?2"
          + " order by t.id limit ?3")
  List<ExecutorTask> findInProgress(Instant from, String executor, int limit);

  @Query(
      "select count(t) > 0 from InvocationTask t where t.nextStepAt >= ?1 and t.id = ?2"
          + " and t.executor = ?3 and t.tenantId = ?4 and t.instanceId = ?5")
  boolean isInProgress(Instant from, long id, String executor, long tenantId, String instanceId);

  @Query(
      "select new io.tatemulator.invocation.TaskOutput(t.id, t.output)"
          + " from InvocationTask t where array_has(?1, t.id) and t.output is not null")
  List<TaskOutput> findOutputs(Long[] ids);

  /** Locks the tasks of an invocation, so that no other thread changes them. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select t from InvocationTask t where t.invocationId = ?1 order by t.id")
  List<InvocationTask> lock(long invocationId);

  // From the tasks with a next step, which are few, instead of from all invocations.
  @Query(
      "select t.id from InvocationTask t join t.invocation i where t.nextStepAt >= ?1"
          + " and i.tenantId = ?2 and i.revision.commandNumber = ?3 limit 1")
  Optional<Long> findUnfinished(Instant from, long tenantId, long commandNumber);

  @Query(
      "select new io.tatemulator.invocation.TaskBrief(t.invocationId, t.id, t.status, t.instanceId, t.updatedAt)"
          + " from InvocationTask t where array_has(?1, t.invocationId) order by t.id")
  List<TaskBrief> findBriefs(Long[] invocations);
}
