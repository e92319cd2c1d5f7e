package io.tatemulator.invocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvocationTaskRepository extends Repository<InvocationTask, Long> {
  // From the tasks with a next step, which are few, instead of from all invocations.
  @Query(
      "select t.id from InvocationTask t join t.invocation i where t.nextStepAt >= ?1"
          + " and i.tenantId = ?2 and i.revision.commandNumber = ?3 limit 1")
  Optional<Long> findUnfinished(Instant from, long tenantId, long commandNumber);

  @Query(
      "select new io.tatemulator.invocation.TaskBrief(t.invocation.id, t.id, t.status, t.instanceId)"
          + " from InvocationTask t where one_of(t.invocation.id, ?1) order by t.id")
  List<TaskBrief> findBriefs(Long[] invocations);
}
