package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.OnlyOnH2;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database is asked, and how often, as it counts itself. */
@OnlyOnH2
class StatementsTest extends ControlTest {
  private static final int INSTANCES = 100;

  private JdbcTemplate jdbc;

  @BeforeEach
  void freeze() {
    control.freeze("2021-08-31T16:00:00Z");
    jdbc = emulator.part(JdbcTemplate.class);
  }

  private static Body run() {
    return Body.run(
        IntStream.range(0, INSTANCES).mapToObj("ins-%08d"::formatted).toArray(String[]::new));
  }

  /** How often each statement with a word in it is executed during some work. */
  private Map<String, Long> during(Runnable work, String word) {
    jdbc.execute("set query_statistics_max_entries 1000");
    jdbc.execute("set query_statistics true");
    try {
      work.run();
      return jdbc
          .query(
              "select sql_statement, execution_count from information_schema.query_statistics"
                  + " where sql_statement like ? and sql_statement not like '%query_statistics%'",
              (row, index) -> Map.entry(row.getString(1), row.getLong(2)), "%" + word + "%")
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    } finally {
      jdbc.execute("set query_statistics false");
    }
  }

  private static String rules(String rule) {
    return "{'rules': [" + String.join(",", Collections.nCopies(10, rule)) + "]}";
  }

  @Test
  void aListOfInvocationsReadsNoOutputs() {
    control.ok("PUT", "outcomes", "{'rules': [{'outcome': {'output': 'text'}}]}");
    api.ok("RunCommand", run());
    control.advance(Duration.ofMinutes(1));

    Map<String, Long> asked =
        during(() -> api.ok("DescribeInvocations", "{}"), "from invocation_task");

    assertThat(asked).isNotEmpty();
    assertThat(asked.keySet()).noneMatch(statement -> statement.contains("output"));
  }

  @Test
  void tasksThatAreDueTogetherAreReadAndSummarizedTogether() {
    Map<String, Long> asked =
        during(
            () -> {
              api.ok("RunCommand", run());
              control.advance(Duration.ofMinutes(1));
            },
            "select % from invocation_task");

    assertThat(asked.values().stream().mapToLong(Long::longValue).sum()).isLessThan(20);
    assertThat(api.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus"))
        .isEqualTo("SUCCESS");
  }

  @Test
  void rulesCostAStatementEachForAllTasksThatAreDueTogether() {
    control.ok("PUT", "outcomes", rules("{'match': {'nth': 1000}, 'outcome': {'exitCode': 1}}"));

    Map<String, Long> asked =
        during(
            () -> {
              api.ok("RunCommand", run());
              control.advance(Duration.ofMinutes(1));
            },
            "update rule_book");

    assertThat(asked.values()).containsExactly(10L);
    assertThat(control.ok("GET", "outcomes", "").at("/rules/9/matched").asInt())
        .isEqualTo(INSTANCES);
  }

  @Test
  void agentsThatAreOfflineCostNoStatementForEachInstance() {
    control.ok("PUT", "faults", rules("{'match': {'account': 'x'}, 'agentOffline': {}}"));

    Map<String, Long> asked = during(() -> api.ok("RunCommand", run()), "from tenant");

    assertThat(asked.values().stream().mapToLong(Long::longValue).sum()).isLessThan(10);
  }

  @Test
  void aMoveWritesItsTenantOnceHoweverManyFireOnTheWay() {
    api.createInvoker(Body.recurring("0 * * * *"));

    Map<String, Long> asked = during(() -> control.advance(Duration.ofDays(1)), "update tenant ");

    assertThat(asked).isNotEmpty();
    // One for the fires and their tasks up to the last section, which has a transaction of its own.
    assertThat(asked.values().stream().mapToLong(Long::longValue).sum()).isLessThan(10);
    assertThat(api.ok("DescribeInvokerRecords", "{}").number("TotalCount")).isEqualTo(24);
  }

  @Test
  void aMoveReadsOnceForManyFires() {
    api.createInvoker(Body.recurring("0 * * * *"));

    Map<String, Long> asked = during(() -> control.advance(Duration.ofDays(10)), "select");

    assertThat(asked.values().stream().mapToLong(Long::longValue).sum()).isLessThan(200);
    assertThat(api.ok("DescribeInvokerRecords", "{}").number("TotalCount")).isEqualTo(240);
  }
}
