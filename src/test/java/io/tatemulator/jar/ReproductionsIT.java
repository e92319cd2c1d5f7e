package io.tatemulator.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.RunningJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went wrong once, and needs a process of its own to go wrong. */
class ReproductionsIT {
  @TempDir private Path folder;

  @Test
  void aScriptThatFillsAllMemoryStopsNoOtherTask() {
    RunningJar.Launch launch = RunningJar.in(folder).jvmOptions("-Xmx512m");
    try (RunningJar jar = launch.ready()) {
      Api api = jar.api();
      Control control = new Control(jar.port());
      control.freeze("2026-01-15T09:00:00Z");
      String many = Base64.getEncoder().encodeToString("{{a}}".repeat(9_800).getBytes(UTF_8));
      String value = "{\"a\": \"" + "x".repeat(65_000) + "\"}";
      Body command = Body.command("many").with("EnableParameter", true);
      String id = api.createCommand(command.with("Content", "e3thfX0="));
      Body invoker = Body.recurring("* * * * *").with("CommandId", id).with("Parameters", value);
      api.createInvoker(invoker);
      api.ok("ModifyCommand", Body.of("{}").with("CommandId", id).with("Content", many));
      assertThat(api.call("CreateInvoker", invoker).code()).isEqualTo("InvalidParameter");
      control.ok(
          "PUT",
          "outcomes",
          "{'rules': [{'match': {'content': 'zzz'}, 'outcome': {'exitCode': 1}}]}");
      Api elsewhere = api.with("X-TC-Region", "ap-beijing");
      elsewhere.ok("RunCommand", Body.run("ins-aaaaaaaa"));

      control.advance(Duration.ofMinutes(2));

      assertThat(
              api.ok("DescribeInvocationTasks", "{'Limit': 1}")
                  .text("InvocationTaskSet/0/TaskStatus"))
          .isEqualTo("START_FAILED");
      assertThat(elsewhere.ok("DescribeInvocations", "{}").text("InvocationSet/0/InvocationStatus"))
          .isEqualTo("SUCCESS");
    }
  }
}
