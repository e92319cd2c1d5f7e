package io.tatemulator.jar.kills;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The acknowledged state of a tenant; not thread-safe. */
final class TenantModel {
  /** The command of the published examples, which every tenant has. */
  static final String PUBLISHED = "cmd-m7uma92n";

  /** A command; the content is in base64. */
  record CommandModel(String name, String content) {}

  /**
   * An invocation that a request started.
   *
   * @param earliest a lower bound of its start time
   * @param cancelledBy for each cancelled instance, an upper bound of the time
   */
  record InvocationModel(
      String commandId,
      String content,
      List<String> instances,
      Instant earliest,
      Map<String, Instant> cancelledBy) {}

  final String region;
  final Map<String, CommandModel> commands = new LinkedHashMap<>();

  /** Includes deleted ones, since their records stay. */
  final Map<String, InvokerModel> invokers = new LinkedHashMap<>();

  final Map<String, InvocationModel> invocations = new LinkedHashMap<>();

  /** The descriptions of register codes, by their ids. */
  final Map<String, String> codes = new LinkedHashMap<>();

  /** The statuses of tasks that have ended. */
  final Map<String, String> ended = new LinkedHashMap<>();

  TenantModel(String region) {
    this.region = region;
    clear();
  }

  /** Restores the state of a new tenant. */
  void clear() {
    commands.clear();
    invokers.clear();
    invocations.clear();
    codes.clear();
    ended.clear();
    commands.put(PUBLISHED, new CommandModel("published-example", "bHM="));
  }

  TenantModel copy() {
    TenantModel copy = new TenantModel(region);
    copy.commands.putAll(commands);
    copy.invokers.putAll(invokers);
    copy.invocations.putAll(invocations);
    copy.codes.putAll(codes);
    copy.ended.putAll(ended);
    return copy;
  }

  InvokerModel invoker(String id) {
    return Objects.requireNonNull(invokers.get(id));
  }

  /** Returns the ids of the invokers that are not deleted. */
  List<String> liveInvokers() {
    return invokers.keySet().stream().filter(id -> invoker(id).deleted() == null).toList();
  }

  /** Returns an upper bound of the number of invocations. */
  int size(Instant now) {
    int fires = 0;
    for (InvokerModel invoker : invokers.values()) {
      fires += invoker.dueBy(now).size();
    }
    return fires + invocations.size();
  }
}
