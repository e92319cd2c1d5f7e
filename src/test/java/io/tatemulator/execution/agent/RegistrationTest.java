package io.tatemulator.execution.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ProtocolAgent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Machines that register themselves, and what their register codes allow. */
class RegistrationTest extends AgentTest {
  @Test
  void aMachineBecomesAManagedInstance() {
    Answer code = code(Body.of("{'InstanceNamePrefix': 'web'}"));
    ProtocolAgent agent = agent();

    assertOk(register(agent, code));

    JsonNode machine = machine(agent);
    assertThat(machine.path("RegisterCodeId").asString()).isEqualTo(code.text("RegisterCodeId"));
    assertThat(machine.path("InstanceName").asString()).isEqualTo("web-vm");
    assertThat(machine.path("MachineId").asString()).hasSize(32);
    assertThat(machine.path("SystemName").asString()).isEqualTo("Linux");
    assertThat(machine.path("LocalIp").asString()).isEqualTo("127.0.0.1");
    assertThat(machine.path("PublicKey").asString()).isEqualTo(agent.publicKey());
    assertThat(machine.path("Status").asString()).isEqualTo("Offline");
    assertThat(registeredCount(code)).isEqualTo(1);
  }

  @Test
  void aRepetitionAfterALostResponseIsNotCounted() {
    Answer code = code(Body.of("{}"));
    ProtocolAgent agent = agent();
    register(agent, code);
    String first = agent.instanceId();

    register(agent, code);

    assertThat(agent.instanceId()).isEqualTo(first);
    assertThat(registeredCount(code)).isEqualTo(1);
  }

  @Test
  void twoAgentsOnOneHostAreTwoInstances() {
    Answer code = code(Body.of("{}"));
    ProtocolAgent agent = agent();
    ProtocolAgent other = agent.withNewKey();

    register(agent, code);
    register(other, code);

    assertThat(other.instanceId()).isNotEqualTo(agent.instanceId());
  }

  @Test
  void aRegisterCodeHasALimit() {
    Answer code = code(Body.of("{'RegisterLimit': 1}"));
    register(agent(), code);

    assertError(register(agent().withNewKey(), code), "LimitExceeded.RegisterLimit");
  }

  @Test
  void aRegisterCodeIsRefusedWithAnotherValue() {
    Answer code = code(Body.of("{}"));

    assertError(
        agent().register(code.text("RegisterCodeId"), "0".repeat(64)),
        "AuthFailure.RegisterCodeInvalid");
    assertError(
        agent().register("00000000-0000-0000-0000-000000000000", "0".repeat(64)),
        "AuthFailure.RegisterCodeInvalid");
    assertThat(registeredCount(code)).isZero();
  }

  @Test
  void aTextWithANullCharacterIsInvalid() {
    assertError(agent().register("code\0", "0".repeat(64)), "InvalidParameterValue");
    assertError(
        agent().machineId("machine\0").register("code", "0".repeat(64)), "InvalidParameterValue");
  }

  @Test
  void aDisabledRegisterCodeIsRefusedAtOnce() {
    Answer code = code(Body.of("{}"));
    api.ok(
        "DisableRegisterCodes",
        Body.of("{}").with("RegisterCodeIds", List.of(code.text("RegisterCodeId"))));

    assertError(register(agent(), code), "OperationDenied.RegisterCodeDisabled");
  }

  @Test
  void aRegisterCodeExpiresOnTheEmulatorsClock() {
    control.freeze("2026-02-15T00:00:00Z");
    Answer code = code(Body.of("{'EffectiveTime': 2}"));
    control.advance(Duration.ofHours(2));

    assertError(register(agent(), code), "OperationDenied.RegisterCodeExpired");
  }

  @Test
  void aRegisterCodeMayBeForSomeAddresses() {
    assertError(
        register(agent(), code(Body.of("{'IpAddressRange': '10.0.0.0/8'}"))),
        "OperationDenied.IpAddressNotAllowed");
    assertOk(register(agent(), code(Body.of("{'IpAddressRange': '127.0.0.1'}"))));
    assertOk(register(agent(), code(Body.of("{'IpAddressRange': '127.9.9.9/8'}"))));
    assertOk(register(agent(), code(Body.of("{'IpAddressRange': '0.0.0.0/0'}"))));
  }

  @Test
  void aKeyThatCannotVerifyAnythingIsRefused() {
    Answer code = code(Body.of("{}"));
    Body body =
        ProtocolAgent.action("RegisterInstance")
            .with("MachineId", "m")
            .with("ActiveCode", code.text("RegisterCodeId"))
            .with("ActiveValue", code.text("RegisterCodeValue"))
            .with(
                "PublicKey", "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----\n")
            .with("Hostname", "vm")
            .with("LocalIp", "127.0.0.1")
            .with("SystemName", "Linux");

    assertError(agent().send(Map.of(), body), "InvalidParameterValue.PublicKey");
    Body withKey = body.with("PublicKey", agent().publicKey());
    assertError(agent().send(Map.of(), withKey.with("SystemName", "OS")), "InvalidParameterValue");
    assertError(agent().send(Map.of(), withKey.without("MachineId")), "MissingParameter");
    assertThat(registeredCount(code)).isZero();
  }

  @Test
  void aMachineTellsItsNameAndAddressWhenItStarts() {
    ProtocolAgent agent = registered();

    assertOk(
        agent.send(
            ProtocolAgent.action("ValidateInstance")
                .with("SysName", "Linux")
                .with("Hostname", "renamed")
                .with("LocalIp", "10.1.2.3")));

    assertThat(machine(agent).path("HostName").asString()).isEqualTo("renamed");
    assertThat(machine(agent).path("LocalIp").asString()).isEqualTo("10.1.2.3");
  }

  @Test
  void onlyARegisteredMachineHasAnAgent() {
    assertThat(control.call("PUT", "instances/ins-aaaaaaaa", "{\"executor\": \"agent\"}").error())
        .contains("executor");
    ProtocolAgent agent = registered();
    control.ok("PUT", "instances/" + agent.instanceId(), "{\"executor\": \"agent\"}");
  }

  private static JsonNode register(ProtocolAgent agent, Answer code) {
    return agent.register(code.text("RegisterCodeId"), code.text("RegisterCodeValue"));
  }

  private JsonNode machine(ProtocolAgent agent) {
    return api.ok(
            "DescribeRegisterInstances",
            Body.of("{}").with("InstanceIds", List.of(agent.instanceId())))
        .list("RegisterInstanceSet")
        .get(0);
  }

  private long registeredCount(Answer code) {
    return api.ok(
            "DescribeRegisterCodes",
            Body.of("{}").with("RegisterCodeIds", List.of(code.text("RegisterCodeId"))))
        .list("RegisterCodeSet")
        .get(0)
        .path("RegisteredCount")
        .asLong();
  }
}
