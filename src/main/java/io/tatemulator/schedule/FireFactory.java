package io.tatemulator.schedule;

import io.tatemulator.instance.InstanceId;
import io.tatemulator.instance.InstanceService;
import io.tatemulator.invocation.Invocation;
import io.tatemulator.invocation.NewInvocation;
import io.tatemulator.invoker.DueInvoker;
import io.tatemulator.invoker.NewInvokerRecord;
import io.tatemulator.persistence.IdGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Creates fires. An unreachable instance does not prevent the others from running: its task fails
 * on delivery. The cloud's behaviour in this case is not documented.
 */
@Component
class FireFactory {
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
   * @param firing the invokers, those with the same time of fire next to each other
   */
  List<NewFire> create(List<DueInvoker> firing, FireTime time) {
    Map<Long, Function<Instant, Predicate<String>>> reachable = reachable(firing);
    List<NewFire> fires = new ArrayList<>(firing.size());
    int start = 0;
    while (start < firing.size()) {
      Instant firedAt = time.of(firing.get(start));
      int end = start + 1;
      while (end < firing.size() && time.of(firing.get(end)).equals(firedAt)) {
        end++;
      }
      Map<Long, Predicate<String>> reachableThen = new HashMap<>();
      reachable.forEach((tenantId, then) -> reachableThen.put(tenantId, then.apply(firedAt)));
      fires.addAll(create(firing.subList(start, end), firedAt, reachableThen));
      start = end;
    }
    return fires;
  }

  /** Gives their ids to the fires of one time before the next, however many times share a batch. */
  private List<NewFire> create(
      List<DueInvoker> firing, Instant firedAt, Map<Long, Predicate<String>> reachable) {
    List<NewInvocation> invocations =
        firing.stream()
            .map(
                invoker ->
                    invocation(
                        invoker,
                        firedAt,
                        Objects.requireNonNull(reachable.get(invoker.tenantId()))))
            .toList();
    return IntStream.range(0, firing.size())
        .mapToObj(i -> fire(firing.get(i), invocations.get(i)))
        .toList();
  }

  private NewFire fire(DueInvoker invoker, NewInvocation invocation) {
    return new NewFire(
        invocation, new NewInvokerRecord(ids.next(), invoker, invocation.id(), invocation.at()));
  }

  private Map<Long, Function<Instant, Predicate<String>>> reachable(List<DueInvoker> firing) {
    Map<Long, Set<String>> idsByTenant = new HashMap<>();
    firing.forEach(
        invoker ->
            idsByTenant
                .computeIfAbsent(invoker.tenantId(), tenant -> new HashSet<>())
                .addAll(invoker.instanceIds()));
    Map<Long, Function<Instant, Predicate<String>>> reachable = new HashMap<>();
    idsByTenant.forEach(
        (tenantId, instanceIds) ->
            reachable.put(tenantId, instances.reachable(tenantId, instanceIds)));
    return reachable;
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
