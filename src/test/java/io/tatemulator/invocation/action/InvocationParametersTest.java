package io.tatemulator.invocation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Body;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What custom parameters make of a command, and what of them may be seen. */
class InvocationParametersTest extends AcceptanceTest {
  private static final String SCRIPT =
      "ls {{dir}} {{other}} {{ dir }}\necho {{tat-hidden:word}} {{word}} {{none}}";
  private static final String DEFAULTS = "{\"dir\": \"/\", \"other\": \"o\", \"word\": \"secret\"}";
  private static final String GIVEN = "{\"dir\": \"/tmp\", \"word\": \"very secret\"}";

  private Body parametrised() {
    return Body.command("parametrised")
        .with("Content", encode(SCRIPT))
        .with("EnableParameter", true)
        .with("DefaultParameters", DEFAULTS);
  }

  private void run(Body command, Body invoker) {
    fire(api, invoker.with("CommandId", api.createCommand(command)));
  }

  private JsonNode invocation() {
    return api.ok("DescribeInvocations", "{}").list("InvocationSet").get(0);
  }

  private String executed() {
    var task = api.ok("DescribeInvocationTasks", "{}").list("InvocationTaskSet").get(0);
    return decode(task.at("/CommandDocument/Content").asString());
  }

  @Test
  void fillInTheScriptOfTheTaskButNotOfTheInvocation() {
    run(parametrised(), Body.once("").with("Parameters", GIVEN));

    assertThat(decode(invocation().path("CommandContent").asString())).isEqualTo(SCRIPT);
    assertThat(executed()).startsWith("ls /tmp o {{ dir }}\n").endsWith(" {{none}}");
  }

  @Test
  void areMaskedWhereTheScriptHidesThem() {
    run(parametrised(), Body.once("").with("Parameters", GIVEN));

    assertThat(invocation().path("Parameters").asString())
        .isEqualTo("{\"dir\":\"/tmp\",\"word\":\"******\"}");
    assertThat(executed()).contains("echo ****** ");
    for (String action : new String[] {"DescribeInvocations", "DescribeInvocationTasks"}) {
      String answer = api.ok(action, "{}").body();
      assertThat(answer).doesNotContain("secret");
      assertThat(executed()).doesNotContain("secret");
    }
  }

  @Test
  void mayComeFromTheDefaultsAlone() {
    run(parametrised(), Body.once(""));

    assertThat(invocation().path("Parameters").stringValue()).isEmpty();
    assertThat(invocation().path("DefaultParameters").asString())
        .isEqualTo("{\"dir\":\"/\",\"other\":\"o\",\"word\":\"******\"}");
    assertThat(executed()).startsWith("ls / o {{ dir }}\n");
  }

  @Test
  void areReplacedInOnePassAndLiterally() {
    run(
        parametrised(),
        Body.once("")
            .with("Parameters", "{\"dir\": \"{{other}} $1 \\\\0\", \"other\": \"{{dir}}\"}"));

    assertThat(executed()).startsWith("ls {{other}} $1 \\0 {{dir}} {{ dir }}\n");
  }

  @Test
  void leaveAScriptAloneWhoseCommandTakesNone() {
    run(Body.command("plain").with("Content", encode(SCRIPT)), Body.once(""));

    assertThat(executed()).isEqualTo(SCRIPT);
    assertThat(invocation().path("DefaultParameters").stringValue()).isEmpty();
  }

  private static String encode(String script) {
    return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String content) {
    return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
  }
}
