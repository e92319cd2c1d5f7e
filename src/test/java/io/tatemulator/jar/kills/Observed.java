package io.tatemulator.jar.kills;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A tenant's state as the emulator lists it.
 *
 * @param problems lists with a wrong TotalCount or a duplicate
 */
record Observed(
    Map<String, JsonNode> commands,
    Map<String, JsonNode> invokers,
    Map<String, JsonNode> codes,
    List<JsonNode> records,
    Map<String, JsonNode> invocations,
    Map<String, JsonNode> tasks,
    List<String> problems) {
  private static final int PAGE = 100;

  /** Lists everything; nothing may change during the call. */
  static Observed of(Api api) {
    List<String> problems = new ArrayList<>();
    String own = "'Filters': [{'Name': 'created-by', 'Values': ['USER']}], ";
    List<JsonNode> commands = rows(api, "DescribeCommands", "CommandSet", own, problems);
    List<JsonNode> invokers = rows(api, "DescribeInvokers", "InvokerSet", "", problems);
    List<JsonNode> codes = rows(api, "DescribeRegisterCodes", "RegisterCodeSet", "", problems);
    List<JsonNode> records = rows(api, "DescribeInvokerRecords", "InvokerRecordSet", "", problems);
    checkTotalOfInvokers(api, records, problems);
    List<JsonNode> invocations = rows(api, "DescribeInvocations", "InvocationSet", "", problems);
    List<JsonNode> tasks = rows(api, "DescribeInvocationTasks", "InvocationTaskSet", "", problems);
    return new Observed(
        byId(commands, "CommandId", problems),
        byId(invokers, "InvokerId", problems),
        byId(codes, "RegisterCodeId", problems),
        records,
        byId(invocations, "InvocationId", problems),
        byId(tasks, "InvocationTaskId", problems),
        problems);
  }

  /** Returns an invoker's UpdatedTime; empty if it does not exist. */
  Optional<Instant> updatedAt(String invoker) {
    return Optional.ofNullable(invokers.get(invoker)).map(row -> time(row, "UpdatedTime"));
  }

  /** Returns the id of the row with a value in a member; empty if there is none. */
  static String find(Map<String, JsonNode> rows, String member, String value) {
    return rows.entrySet().stream()
        .filter(row -> text(row.getValue(), member).equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  static String text(JsonNode row, String member) {
    return row.path(member).asString("");
  }

  static Instant time(JsonNode row, String member) {
    return Instant.parse(text(row, member));
  }

  /** The TotalCount of a filtered list is computed in another way. */
  private static void checkTotalOfInvokers(Api api, List<JsonNode> records, List<String> problems) {
    List<String> invokers =
        records.stream().map(row -> text(row, "InvokerId")).distinct().limit(PAGE).toList();
    if (invokers.isEmpty()) {
      return;
    }
    long listed = records.stream().filter(row -> invokers.contains(text(row, "InvokerId"))).count();
    long total = api.ok("DescribeInvokerRecords", Requests.invokers(invokers)).number("TotalCount");
    if (total != listed) {
      problems.add("records of " + invokers + ": " + listed + " of " + total);
    }
  }

  private static Map<String, JsonNode> byId(
      List<JsonNode> rows, String member, List<String> problems) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    for (JsonNode row : rows) {
      if (byId.put(text(row, member), row) != null) {
        problems.add("listed twice: " + row);
      }
    }
    return byId;
  }

  private static List<JsonNode> rows(
      Api api, String action, String set, String filter, List<String> problems) {
    List<JsonNode> rows = new ArrayList<>();
    Answer page;
    do {
      page = api.ok(action, "{%s'Limit': %s, 'Offset': %s}".formatted(filter, PAGE, rows.size()));
      rows.addAll(page.list(set));
    } while (page.list(set).size() == PAGE);
    if (page.number("TotalCount") != rows.size()) {
      problems.add(action + " lists " + rows.size() + " of " + page.number("TotalCount"));
    }
    return rows;
  }
}
