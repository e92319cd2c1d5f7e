package io.tatemulator.schedule;

import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.instance.Reachability;
import io.tatemulator.invocation.Invocation;
import io.tatemulator.invocation.NewInvocation;
import io.tatemulator.invoker.DueInvoker;
import io.tatemulator.invoker.NewInvokerRecord;
import io.tatemulator.persistence.IdGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Creates fires. An unreachable instance does not prevent the others from running: its task fails
 * on delivery. The cloud's behaviour in this case is not documented.
 */
@Component
final class FireFactory {
  private static final String UNREACHABLE =
      "the instance is not running or its agent is not online";

  private final InstanceService instances;
  private final IdGenerator ids;

  FireFactory(InstanceService instances, IdGenerator ids) {
    this.instances = instances;
    this.ids = ids;
  }

  /**
   * Creates a fire of each invoker, in order.
   *
   * @param firing the invokers, in order of their time
   * @param time when an invoker fires
   */
  List<NewFire> create(List<DueInvoker> firing, Function<DueInvoker, Instant> time) {
    Map<Long, Reachability> reachability = reachability(firing);
    List<NewFire> fires = new ArrayList<>(firing.size());
    firing.stream()
        .collect(Collectors.groupingBy(time, LinkedHashMap::new, Collectors.toList()))
        .forEach((firedAt, together) -> fires.addAll(create(together, firedAt, reachability)));
    return fires;
  }

  /** Creates the fires of one time. They get their ids before those of the next time. */
  private List<NewFire> create(
      List<DueInvoker> firing, Instant firedAt, Map<Long, Reachability> reachability) {
    Map<Long, Predicate<String>> reachable = new HashMap<>();
    List<NewInvocation> invocations =
        firing.stream()
            .map(
                invoker ->
                    invocation(
                        invoker,
                        firedAt,
                        reachable.computeIfAbsent(
                            invoker.tenantId(),
                            id -> Objects.requireNonNull(reachability.get(id)).at(firedAt))))
            .toList();
    return IntStream.range(0, firing.size())
        .mapToObj(i -> fire(firing.get(i), invocations.get(i)))
        .toList();
  }

  private NewFire fire(DueInvoker invoker, NewInvocation invocation) {
    return new NewFire(
        invocation, new NewInvokerRecord(ids.next(), invoker, invocation.id(), invocation.at()));
  }

  private Map<Long, Reachability> reachability(List<DueInvoker> firing) {
    Map<Long, Set<String>> idsByTenant = new HashMap<>();
    firing.forEach(
        invoker ->
            idsByTenant
                .computeIfAbsent(invoker.tenantId(), tenant -> new HashSet<>())
                .addAll(invoker.instanceIds()));
    Map<Long, Reachability> reachability = new HashMap<>();
    idsByTenant.forEach(
        (tenantId, instanceIds) ->
            reachability.put(tenantId, instances.reachability(tenantId, instanceIds)));
    return reachability;
  }

  private NewInvocation invocation(
      DueInvoker invoker, Instant firedAt, Predicate<String> reachable) {
    return new NewInvocation(
        ids.next(),
        invoker.tenantId(),
        invoker.revisionId(),
        Invocation.Source.INVOKER,
        InstanceId.kind(invoker.instanceIds().get(0)),
        invoker.username(),
        invoker.parameters(),
        firedAt,
        invoker.instanceIds().stream()
            .map(
                id ->
                    new NewInvocation.Target(
                        ids.next(), id, reachable.test(id) ? null : UNREACHABLE))
            .toList());
  }
}
