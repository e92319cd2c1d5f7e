package io.tatemulator.registration.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.ManagedInstances.Machine;
import org.junit.jupiter.api.Test;

class DeleteRegisterInstanceTest extends RegisterInstanceContract {
  @Override
  String action() {
    return "DeleteRegisterInstance";
  }

  // The published example misspells rins- as rinst-.
  @Override
  Body request(String instanceId) {
    return Body.of("{}").with("InstanceId", instanceId);
  }

  @Override
  String unknownCode() {
    return "ResourceNotFound.RegisterInstanceNotFoundCode";
  }

  @Test
  void forgetsTheInstanceWithItsTagsAndNoOther() {
    String code = machines.register(api, Machine.linux("rins-00000001", "doomed"));
    machines.tag("rins-00000001", code, "colour", "red");

    assertThat(apply(api, "rins-00000001").code()).isEmpty();

    assertThat(shown(api, "InstanceId")).containsExactly(MANAGED);
    assertThat(apply(api, "rins-00000001").code()).isEqualTo(unknownCode());
    assertThat(api.ok("DescribeRegisterCodes", "{}").texts("RegisterCodeSet", "RegisterCodeId"))
        .contains(code);
  }
}
