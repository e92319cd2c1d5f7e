package io.tatemulator.schedule;

import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.invocation.Invocation;
import io.tatemulator.invocation.NewInvocation;
import io.tatemulator.invoker.DueInvoker;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Creates the invocations of fires. An unreachable instance does not prevent the others from
 * running: its task fails on delivery. The cloud's behaviour in this case is not documented.
 */
@Component
final class InvocationFactory {
  private static final String UNREACHABLE =
      "the instance is not running or its agent is not online";

  private final InstanceService instances;

  InvocationFactory(InstanceService instances) {
    this.instances = instances;
  }

  List<NewInvocation> forFires(List<DueInvoker> firing, Instant now) {
    Map<Long, Set<String>> idsByTenant = new HashMap<>();
    firing.forEach(
        invoker ->
            idsByTenant
                .computeIfAbsent(invoker.tenantId(), tenant -> new HashSet<>())
                .addAll(invoker.instanceIds()));
    Map<Long, Set<String>> reachable = new HashMap<>();
    idsByTenant.forEach(
        (tenantId, ids) -> reachable.put(tenantId, instances.reachable(tenantId, ids)));
    return firing.stream()
        .map(
            invoker ->
                invocation(invoker, now, reachable.getOrDefault(invoker.tenantId(), Set.of())))
        .toList();
  }

  private static NewInvocation invocation(DueInvoker invoker, Instant now, Set<String> reachable) {
    return new NewInvocation(
        invoker.tenantId(),
        invoker.revisionId(),
        Invocation.Source.INVOKER,
        InstanceId.kind(invoker.instanceIds().get(0)),
        invoker.username(),
        invoker.parameters(),
        now,
        invoker.instanceIds().stream()
            .map(id -> new NewInvocation.Target(id, reachable.contains(id) ? null : UNREACHABLE))
            .toList());
  }
}
