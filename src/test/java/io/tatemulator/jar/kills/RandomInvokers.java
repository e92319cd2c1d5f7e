package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.InvokerModel.Facts;
import io.tatemulator.jar.kills.Operation.Kind;
import io.tatemulator.testing.Body;
import io.tatemulator.time.RandomCrontabs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random requests for a tenant's invokers that are valid in its state. */
final class RandomInvokers {
  private static final int MAX_OF_A_KIND = 6;

  private final Random random;
  private final RandomChoices choices;
  private final RandomCrontabs crontabs;

  RandomInvokers(Random random) {
    this.random = random;
    this.choices = new RandomChoices(random);
    this.crontabs = new RandomCrontabs(random);
  }

  Operation create(TenantModel tenant, Instant now) {
    List<String> live = tenant.liveInvokers();
    if (live.size() >= MAX_OF_A_KIND) {
      return deleteInvoker(choices.oneOf(live));
    }
    Facts facts = facts(tenant, now);
    Body body =
        Body.of("{'Type': 'SCHEDULE'}")
            .with("Name", facts.name())
            .with("CommandId", facts.commandId())
            .with("InstanceIds", facts.instances())
            .with("ScheduleSettings", settings(facts));
    return RandomOperations.of(
        "CreateInvoker",
        body,
        facts.name(),
        Set.of(Kind.INVOKER),
        null,
        (model, created, when) ->
            model.invokers.put(created.invokerId(), InvokerModel.created(facts, when.at())));
  }

  Operation modify(TenantModel tenant, Instant now) {
    List<String> live = tenant.liveInvokers();
    if (live.isEmpty()) {
      return create(tenant, now);
    }
    String id = choices.oneOf(live);
    Facts before = tenant.invoker(id).facts();
    Facts changed = facts(tenant, now);
    boolean schedule = random.nextBoolean();
    Facts after =
        new Facts(
            changed.name(),
            changed.commandId(),
            changed.instances(),
            before.enabled(),
            schedule ? changed.crontab() : before.crontab(),
            schedule ? changed.once() : before.once());
    Body all =
        Body.of("{}")
            .with("InvokerId", id)
            .with("Name", after.name())
            .with("CommandId", after.commandId())
            .with("InstanceIds", after.instances());
    Body body = schedule ? all.with("ScheduleSettings", settings(after)) : all;
    return change("ModifyInvoker", body, id, after);
  }

  Operation turn(TenantModel tenant, Instant now) {
    List<String> live = tenant.liveInvokers();
    if (live.isEmpty()) {
      return create(tenant, now);
    }
    String id = choices.oneOf(live);
    Facts facts = tenant.invoker(id).facts();
    boolean on = !facts.enabled();
    String action = on ? "EnableInvoker" : "DisableInvoker";
    return change(action, invoker(id), id, facts.withEnabled(on));
  }

  private static Operation change(String action, Body body, String id, Facts after) {
    return RandomOperations.of(
        action,
        body,
        id,
        Set.of(),
        id,
        (tenant, created, when) ->
            tenant.invokers.computeIfPresent(id, (same, model) -> model.changed(after, when.at())));
  }

  private static Operation deleteInvoker(String id) {
    return RandomOperations.of(
        "DeleteInvoker",
        invoker(id),
        id,
        Set.of(),
        null,
        (tenant, created, when) ->
            tenant.invokers.computeIfPresent(id, (same, model) -> model.deleted(when.window())));
  }

  private Facts facts(TenantModel tenant, Instant now) {
    boolean once = random.nextInt(4) == 0;
    return new Facts(
        RandomChoices.label(),
        choices.oneOf(List.copyOf(tenant.commands.keySet())),
        choices.instances(),
        true,
        once ? null : crontab(),
        once ? now.plusSeconds(60 + random.nextInt(3600)) : null);
  }

  private String crontab() {
    return switch (random.nextInt(4)) {
      case 0 -> "*/" + (2 + random.nextInt(9)) + " * * * *";
      case 1 -> random.nextInt(20) + "," + (20 + random.nextInt(40)) + " * * * *";
      case 2 -> random.nextInt(20) + "-" + (30 + random.nextInt(30)) + "/7 * * * *";
      default -> crontabs.next();
    };
  }

  private static Map<String, String> settings(Facts facts) {
    return facts.crontab() == null
        ? Map.of("Policy", "ONCE", "InvokeTime", String.valueOf(facts.once()))
        : Map.of("Policy", "RECURRENCE", "Recurrence", facts.crontab());
  }

  private static Body invoker(String id) {
    return Body.of("{}").with("InvokerId", id);
  }
}
