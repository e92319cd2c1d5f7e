package io.tatemulator.invoker.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.FilterContract;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeInvokersTest extends FilterContract {
  @Override
  protected Listing listing() {
    return new Listing(
        "DescribeInvokers",
        "InvokerSet",
        "InvokerIds",
        "InvokerId",
        "ivk-00000000",
        "ivk-short",
        "InvalidParameterValue.InvalidInvokerId",
        "InvalidParameterValue.LimitExceeded",
        new Limits("InvalidParameterValue.TooLarge", "InvalidParameterValue.TooSmall"));
  }

  @Override
  protected String idFilter() {
    return "invoker-id";
  }

  @Override
  protected String manyValuesCode() {
    return "InvalidParameterValue.LimitExceeded";
  }

  @Override
  protected String manyFiltersCode() {
    return "InvalidParameterValue.LimitExceeded";
  }

  @Override
  protected List<String> create(Api caller, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(caller.createInvoker(Body.recurring("0 0 1 * *")));
      hostClock.advance(TICK);
    }
    return ids;
  }

  @Test
  void showsAllThatWasGiven() {
    String command = api.createCommand(Body.command("parametrised").with("EnableParameter", true));
    Body body =
        Body.recurring("0 0 1 * *")
            .with("CommandId", command)
            .with("InstanceIds", List.of("ins-zzzzzzzz", INSTANCE))
            .with("Username", "root")
            .with("Parameters", "{\"var\": \"1\"}")
            .with("Tags", List.of(Map.of("Key", "k", "Value", "v")));
    String id = api.createInvoker(body);

    Answer answer = api.ok("DescribeInvokers", "{'InvokerIds': ['" + id + "']}");

    assertThat(answer.members()).containsExactlyInAnyOrder("TotalCount", "InvokerSet", "RequestId");
    var shown = answer.list("InvokerSet").get(0);
    for (String member :
        List.of("Name", "Type", "CommandId", "InstanceIds", "Username", "Parameters", "Tags")) {
      assertThat(shown.path(member)).as(member).isEqualTo(body.tree().path(member));
    }
    assertThat(shown.path("Enable").asBoolean()).isTrue();
    assertThat(shown.path("InvokerId").asString()).isEqualTo(id);
    assertThat(shown.path("CreatedTime").asString()).matches(".{10}T.{8}Z");
    assertThat(shown.path("UpdatedTime")).isEqualTo(shown.path("CreatedTime"));
    assertThat(shown.propertyNames()).hasSize(12);
  }

  @Test
  void showsWhatWasLeftOutAsEmpty() {
    api.createInvoker(Body.once(in(1, ChronoUnit.HOURS)));

    var shown = only(all());

    assertThat(shown.path("Username").stringValue()).isEmpty();
    assertThat(shown.path("Parameters").stringValue()).isEmpty();
    assertThat(shown.path("Tags").isArray()).isTrue();
    assertThat(shown.path("Tags")).isEmpty();
    assertThat(shown.at("/ScheduleSettings/Recurrence").stringValue()).isEmpty();
  }

  @Test
  void showsTheNextTimeOfACrontabInBeijingTime() {
    api.createInvoker(Body.recurring("0 0 1 * *"));

    var settings = only(all()).path("ScheduleSettings");

    assertThat(settings.path("Policy").asString()).isEqualTo("RECURRENCE");
    assertThat(settings.path("Recurrence").asString()).isEqualTo("0 0 1 * *");
    Instant next = Instant.parse(settings.path("InvokeTime").asString());
    assertThat(next).isAfter(Instant.now(clock));
    assertThat(next.atOffset(ZoneOffset.ofHours(8)).toLocalDateTime().toString())
        .endsWith("-01T00:00");
  }

  @Test
  void keepsShowingTheTimeOfAnInvokerThatHasFired() {
    String time =
        Instant.now(clock).plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
    api.createInvoker(Body.once(time));
    advance(Duration.ofHours(2));

    assertThat(only(all()).at("/ScheduleSettings/InvokeTime").asString()).isEqualTo(time);
  }

  @Test
  void filtersByCommand() {
    String command = api.createCommand(Body.command("other"));
    create(api, 1);
    String id = api.createInvoker(Body.recurring("0 0 1 * *").with("CommandId", command));

    assertThat(names(api, filtered(filter("command-id", command)))).containsExactly(id);
    assertThat(names(api, filtered(filter("command-id", command, COMMAND)))).hasSize(2);
    assertThat(names(api, filtered(filter("command-id", "cmd-00000000")))).isEmpty();
    assertThat(names(api, filtered(filter("command-id", COMMAND), filter("invoker-id", id))))
        .isEmpty();
    // The action documents no code for a command id.
    assertThat(list(api, filtered(filter("command-id", "cmd-?"))).code())
        .isEqualTo("InvalidParameterValue.InvalidFilter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoker-type", "type"})
  void filtersByTypeUnderTheDocumentedNameAndTerraforms(String name) {
    List<String> created = create(api, 2);

    assertThat(names(api, filtered(filter(name, "SCHEDULE")))).isEqualTo(newestFirst(created));
    assertThat(list(api, filtered(filter(name, "schedule"))).code())
        .isEqualTo("InvalidParameterValue.InvalidFilter");
  }

  @Test
  void refusesIdsOfSeveralResources() {
    Body mixed = all().with("InvokerIds", List.of("ivk-00000000", "cmd-m7uma92n"));

    assertThat(list(api, mixed).code()).isEqualTo("InvalidParameterValue.InconsistentID");
  }
}
