package io.tatemulator.jar.kills;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a tenant's state must be by what was acknowledged. One thread changes it at a time. */
final class TenantModel {
  /** The command that each tenant has from its first request on. */
  static final String PUBLISHED = "cmd-m7uma92n";

  /** A command; its content as it is sent, in base64. */
  record CommandModel(String name, String content) {}

  /**
   * An invocation that a request started.
   *
   * @param earliest the clock showed no earlier time when it was started
   * @param cancelledBy for each instance on which it was cancelled, the latest time that the clock
   *     can have shown
   */
  record InvocationModel(
      String commandId,
      String content,
      List<String> instances,
      Instant earliest,
      Map<String, Instant> cancelledBy) {}

  final String region;
  final Map<String, CommandModel> commands = new LinkedHashMap<>();

  /** Also deleted ones, whose records stay. */
  final Map<String, InvokerModel> invokers = new LinkedHashMap<>();

  final Map<String, InvocationModel> invocations = new LinkedHashMap<>();

  /** The descriptions of register codes, by their ids. */
  final Map<String, String> codes = new LinkedHashMap<>();

  /** Tasks that were seen to have ended, and how. */
  final Map<String, String> ended = new LinkedHashMap<>();

  TenantModel(String region) {
    this.region = region;
    clear();
  }

  /** As after the tenant's first request. */
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

  /** The invokers that exist. */
  List<String> liveInvokers() {
    return invokers.keySet().stream().filter(id -> invoker(id).deleted() == null).toList();
  }

  /** How many invocations it has had; an estimate that is cheap. */
  int size(Instant now) {
    int fires = 0;
    for (InvokerModel invoker : invokers.values()) {
      fires += invoker.dueBy(now).size();
    }
    return fires + invocations.size();
  }
}
