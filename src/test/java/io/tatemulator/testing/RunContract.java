package io.tatemulator.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What holds of every action that runs something at once. */
public abstract class RunContract extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";
  private static final String SCRIPT = "ls {{dir}} {{other}} {{none}}\necho {{tat-hidden:word}}";
  private static final String DEFAULTS =
      "{\"dir\": \"/\", \"other\": \"o\", \"word\": \"a secret\"}";

  /** The action. */
  protected abstract String action();

  /** A request that this test's caller may send, on the instance of the published examples. */
  protected abstract Body request();

  /** A request for a script with placeholders, in Base64, and their defaults; empty for none. */
  protected abstract Body parametrised(String content, String defaults);

  protected Answer start(Body body) {
    return api.call(action(), body);
  }

  private Body on(List<String> instances) {
    return request().with("InstanceIds", instances);
  }

  /** The newest invocation, which must have ended. */
  protected JsonNode ended() {
    settle();
    JsonNode invocation = newest("Invocation");
    assertThat(invocation.path("EndTime").isNull()).as("still runs").isFalse();
    return invocation;
  }

  /** The newest task. */
  protected JsonNode task() {
    return newest("InvocationTask");
  }

  private JsonNode newest(String type) {
    return api.ok("Describe" + type + "s", "{}").list(type + "Set").get(0);
  }

  /** How many invocations, tasks and commands there are. */
  protected List<Long> totals() {
    return List.of("DescribeInvocations", "DescribeInvocationTasks", "DescribeCommands").stream()
        .map(action -> api.ok(action, "{}").number("TotalCount"))
        .toList();
  }

  protected static String encode(String script) {
    return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String content) {
    return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
  }

  @Test
  void startsWhatSucceeds() {
    String id = api.ok(action(), request()).text("InvocationId");

    // By itself, since no test but this one leaves it to the emulator.
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !newest("Invocation").path("EndTime").isNull());
    JsonNode invocation = newest("Invocation");
    assertThat(id).matches("inv-[0-9a-z]{8}");
    assertThat(invocation.path("InvocationId").asString()).isEqualTo(id);
    assertThat(invocation.path("InvocationStatus").asString()).isEqualTo("SUCCESS");
    assertThat(invocation.path("InvocationSource").asString()).isEqualTo("USER");
    assertThat(task().path("TaskStatus").asString()).isEqualTo("SUCCESS");
    assertThat(task().path("InvocationSource").asString()).isEqualTo("USER");
  }

  @ParameterizedTest
  @CsvSource({
    "ins-1234567, InvalidParameterValue.InvalidInstanceId",
    "vm-12345678, InvalidParameterValue.InvalidInstanceId",
    "lhins-ar5wyn4x, InvalidParameterValue.InconsistentInstance",
    "ins-notfound, ResourceNotFound.InstanceNotFound",
    "ins-stopped0, ResourceUnavailable.InstanceStateNotRunning",
    "ins-noagent0, ResourceUnavailable.AgentNotInstalled",
    "ins-offline0, ResourceUnavailable.AgentStatusNotOnline",
    "ins-windows0, InvalidParameterValue.AgentUnsupportedCommandType"
  })
  void startsNothingWhenOneInstanceIsUnfit(String unfit, String code) {
    Body body = on(List.of(INSTANCE, unfit));
    List<Long> before = totals();

    assertThat(start(body).code()).isEqualTo(code);

    assertThat(totals()).isEqualTo(before);
  }

  @Test
  void takesUpToTwoHundredInstancesAndKeepsTheirOrder() {
    List<String> more =
        IntStream.rangeClosed(0, 200).mapToObj(i -> "ins-" + (99_999_999 - i)).toList();
    List<String> most = more.subList(0, 200);

    Answer answer = start(on(most));

    assertThat(answer.code()).isEmpty();
    assertThat(start(on(more)).code()).isEqualTo(VALUE + "LimitExceeded");
    Answer invocations = api.ok("DescribeInvocations", "{}");
    assertThat(invocations.texts("InvocationSet/0/InvocationTaskBasicInfoSet", "InstanceId"))
        .isEqualTo(most);
  }

  @Test
  void wantsInstances() {
    for (Body body : List.of(request().without("InstanceIds"), on(List.of()))) {
      assertThat(start(body).message())
          .isEqualTo("The request is missing a required parameter `InstanceIds`.");
    }
  }

  @Test
  void countsAnInstanceOnceThatIsNamedTwice() {
    api.ok(action(), on(Collections.nCopies(2, INSTANCE)));

    assertThat(ended().path("InvocationTaskBasicInfoSet")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"ins-aaaaaaaa, CVM", "lhins-ar5wyn40, LIGHTHOUSE", "rins-uf673dgi, CVM"})
  void runsOnEveryKindOfInstance(String instance, String kind) {
    api.ok(action(), on(List.of(instance)));

    assertThat(ended().path("InstanceKind").asString()).isEqualTo(kind);
    assertThat(task().path("InstanceId").asString()).isEqualTo(instance);
  }

  @Test
  void putsParametersOverDefaultsAndMasksWhatIsHidden() {
    api.ok(
        action(),
        parametrised(encode(SCRIPT), DEFAULTS)
            .with("Parameters", "{\"dir\": \"/tmp\", \"word\": \"my secret\"}"));

    JsonNode invocation = ended();
    assertThat(decode(task().at("/CommandDocument/Content").asString()))
        .isEqualTo("ls /tmp o {{none}}\necho ******");
    assertThat(decode(invocation.path("CommandContent").asString())).isEqualTo(SCRIPT);
    assertThat(invocation.path("Parameters").asString())
        .isEqualTo("{\"dir\":\"/tmp\",\"word\":\"******\"}");
    assertThat(invocation.path("DefaultParameters").asString())
        .isEqualTo("{\"dir\":\"/\",\"other\":\"o\",\"word\":\"******\"}");
  }

  @Test
  void defaultParametersAloneSuffice() {
    api.ok(action(), parametrised(encode(SCRIPT), DEFAULTS));

    assertThat(ended().path("Parameters").stringValue()).isEmpty();
    assertThat(decode(task().at("/CommandDocument/Content").asString())).startsWith("ls / o ");
  }

  @Test
  void wantsParametersWhereNoDefaultsAre() {
    Body body = parametrised(encode(SCRIPT), "");

    assertThat(start(body).code()).isEqualTo(VALUE + "LackOfParameterInfo");
    assertThat(start(body.with("Parameters", "{\"dir\": \"/\"}")).code()).isEmpty();
  }

  @Test
  void refusesParametersOfAScriptThatTakesNone() {
    assertThat(start(request().with("Parameters", "{\"dir\": \"/\"}")).code())
        .isEqualTo(VALUE + "ParameterDisabled");
  }

  @ParameterizedTest
  @MethodSource(BadParameters.SOURCE)
  void refusesParameters(String parameters, String code) {
    Body body = parametrised(encode(SCRIPT), DEFAULTS).with("Parameters", parameters);

    assertThat(start(body).code()).isEqualTo(code);
  }

  private static String parameters(int count, int keyLength) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + "k".repeat(keyLength - 2) + (10 + i) + "\": \"v\"")
        .toList()
        .toString()
        .replace('[', '{')
        .replace(']', '}');
  }

  @Test
  void takesTwentyParametersWithKeysOfSixtyFourCharacters() {
    Body body = parametrised(encode(SCRIPT), "");

    assertThat(start(body.with("Parameters", parameters(20, 64))).code()).isEmpty();
    assertThat(start(body.with("Parameters", parameters(21, 64))).code())
        .isEqualTo(VALUE + "ParameterNumberExceeded");
    assertThat(start(body.with("Parameters", parameters(20, 65))).code())
        .isEqualTo(VALUE + "ParameterKeyLenExceeded");
  }

  @Test
  void showsNothingToAnotherAccountOrRegion() {
    String id = api.ok(action(), request()).text("InvocationId");
    Body named = Body.of("{}").with("InvocationIds", List.of(id));

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(stranger.ok("DescribeInvocations", named).number("TotalCount")).isZero();
      assertThat(stranger.ok("DescribeInvocationTasks", "{}").number("TotalCount")).isZero();
    }
  }
}
