package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.Operation.Kind;
import io.tatemulator.jar.kills.TenantModel.CommandModel;
import io.tatemulator.jar.kills.TenantModel.InvocationModel;
import io.tatemulator.testing.Body;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random requests for a tenant that are valid in its state. */
final class RandomOperations {
  private static final int MAX_OF_A_KIND = 6;

  private final Random random;
  private final RandomChoices choices;
  private final RandomInvokers invokers;

  RandomOperations(Random random) {
    this.random = random;
    this.choices = new RandomChoices(random);
    this.invokers = new RandomInvokers(random);
  }

  /** Returns the next request. */
  Operation next(TenantModel tenant, Instant now) {
    return switch (random.nextInt(12)) {
      case 0, 1 -> command(tenant);
      case 2, 3 -> invokers.create(tenant, now);
      case 4 -> invokers.modify(tenant, now);
      case 5, 6 -> invokers.turn(tenant, now);
      case 7 -> run();
      case 8 -> invoke(tenant);
      case 9, 10 -> cancel(tenant);
      default -> code(tenant);
    };
  }

  static Operation reset() {
    return of(Operation.RESET, Body.of("{}"), "", Set.of(), null, (tenant, c, w) -> tenant.clear());
  }

  private Operation command(TenantModel tenant) {
    List<String> own = tenant.commands.keySet().stream().skip(1).toList();
    int choice = random.nextInt(own.size() < MAX_OF_A_KIND ? 3 : 2);
    if (own.isEmpty() || choice == 2) {
      return createCommand();
    }
    String id = choices.oneOf(own);
    return choice == 0 ? modifyCommand(id) : deleteCommand(id);
  }

  private Operation createCommand() {
    String label = RandomChoices.label();
    Body body = Body.command(label).with("Content", base64(label));
    return of(
        "CreateCommand",
        body,
        label,
        Set.of(Kind.COMMAND),
        null,
        (tenant, created, when) ->
            tenant.commands.put(created.commandId(), new CommandModel(label, base64(label))));
  }

  private static Operation modifyCommand(String id) {
    String label = RandomChoices.label();
    Body body =
        Body.of("{}")
            .with("CommandId", id)
            .with("CommandName", label)
            .with("Content", base64(label));
    return of(
        "ModifyCommand",
        body,
        label,
        Set.of(),
        null,
        (tenant, created, when) -> tenant.commands.put(id, new CommandModel(label, base64(label))));
  }

  private static Operation deleteCommand(String id) {
    return of(
        "DeleteCommand",
        Body.of("{}").with("CommandId", id),
        id,
        Set.of(),
        null,
        (tenant, created, when) -> tenant.commands.remove(id));
  }

  /** Half of them save a command, which must exist if and only if the invocation does. */
  private Operation run() {
    String label = RandomChoices.label();
    boolean save = random.nextBoolean();
    List<String> instances = choices.instances();
    Body body =
        Body.run(instances.toArray(String[]::new))
            .with("CommandName", label)
            .with("Content", base64(label))
            .with("Timeout", random.nextBoolean() ? 60 : 600)
            .with("SaveCommand", save);
    return of(
        "RunCommand",
        body,
        label,
        save ? Set.of(Kind.COMMAND, Kind.INVOCATION) : Set.of(Kind.INVOCATION),
        null,
        (tenant, created, when) -> {
          String command = created.commandId();
          if (save) {
            tenant.commands.put(command, new CommandModel(label, base64(label)));
          }
          tenant.invocations.put(
              created.invocationId(),
              new InvocationModel(
                  command, base64(label), instances, when.window().earliest(), Map.of()));
        });
  }

  private Operation invoke(TenantModel tenant) {
    String command = choices.oneOf(List.copyOf(tenant.commands.keySet()));
    List<String> instances = choices.instances();
    return of(
        "InvokeCommand",
        Body.invoke(command, instances.toArray(String[]::new)),
        RandomChoices.label(),
        Set.of(Kind.INVOCATION),
        null,
        (model, created, when) ->
            model.invocations.put(
                created.invocationId(),
                new InvocationModel(
                    command,
                    Objects.requireNonNull(model.commands.get(command)).content(),
                    instances,
                    when.window().earliest(),
                    Map.of())));
  }

  private Operation cancel(TenantModel tenant) {
    List<String> ids = List.copyOf(tenant.invocations.keySet());
    if (ids.isEmpty()) {
      return run();
    }
    // One of the latest, since the others have probably ended.
    String id = ids.get(Math.max(0, ids.size() - 1 - random.nextInt(3)));
    List<String> all = Objects.requireNonNull(tenant.invocations.get(id)).instances();
    List<String> some = random.nextBoolean() ? all : all.subList(0, 1);
    return of(
        "CancelInvocation",
        Body.of("{}").with("InvocationId", id).with("InstanceIds", some),
        id,
        Set.of(),
        null,
        (model, created, when) ->
            model.invocations.computeIfPresent(
                id, (same, one) -> cancelled(one, some, when.window().latest())));
  }

  private static InvocationModel cancelled(InvocationModel one, List<String> on, Instant latest) {
    Map<String, Instant> cancelledBy = new HashMap<>(one.cancelledBy());
    on.forEach(instance -> cancelledBy.putIfAbsent(instance, latest));
    return new InvocationModel(
        one.commandId(), one.content(), one.instances(), one.earliest(), cancelledBy);
  }

  private Operation code(TenantModel tenant) {
    List<String> codes = List.copyOf(tenant.codes.keySet());
    if (codes.size() >= MAX_OF_A_KIND || (!codes.isEmpty() && random.nextBoolean())) {
      String id = choices.oneOf(codes);
      return of(
          "DeleteRegisterCodes",
          Body.of("{}").with("RegisterCodeIds", List.of(id)),
          id,
          Set.of(),
          null,
          (model, created, when) -> model.codes.remove(id));
    }
    String label = RandomChoices.label();
    return of(
        "CreateRegisterCode",
        Body.of("{}").with("Description", label),
        label,
        Set.of(Kind.CODE),
        null,
        (model, created, when) -> model.codes.put(created.codeId(), label));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Operation of(
      String action,
      Body body,
      String label,
      Set<Kind> creates,
      @Nullable String invoker,
      Operation.Effect effect) {
    return new Operation(action, body, label, creates, invoker, effect);
  }
}
