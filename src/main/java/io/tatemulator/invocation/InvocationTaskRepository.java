package io.tatemulator.invocation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvocationTaskRepository extends Repository<InvocationTask, Long> {
  @Query(
      "select new io.tatemulator.invocation.TaskBrief(t.invocation.id, t.id, t.status, t.instanceId)"
          + " from InvocationTask t where t.invocation.id in ?1 order by t.id")
  List<TaskBrief> findBriefs(Collection<Long> invocations);
}
