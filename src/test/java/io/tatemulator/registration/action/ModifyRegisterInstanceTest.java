package io.tatemulator.registration.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Body;
import io.tatemulator.testing.ManagedInstances.Machine;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ModifyRegisterInstanceTest extends RegisterInstanceContract {
  @Override
  String action() {
    return "ModifyRegisterInstance";
  }

  @Override
  Body request(String instanceId) {
    return Body.of("{'InstanceName': 'webserver-01'}").with("InstanceId", instanceId);
  }

  // The only documented code of the action that fits.
  @Override
  String unknownCode() {
    return "InvalidParameterValue.InvalidRegisterInstanceId";
  }

  private ObjectNode managed() {
    return (ObjectNode)
        api.ok("DescribeRegisterInstances", "{'InstanceIds': ['" + MANAGED + "']}")
            .list("RegisterInstanceSet")
            .get(0);
  }

  @Test
  void renamesTheInstanceOfThePublishedExampleAndNothingElse() {
    machines.register(api, Machine.linux("rins-00000001", "other"));
    ObjectNode before = managed();
    hostClock.advance(Duration.ofSeconds(2));

    assertThat(apply(api, MANAGED).code()).isEmpty();

    ObjectNode after = managed();
    assertThat(shown(api, "InstanceName")).containsExactlyInAnyOrder("webserver-01", "other");
    assertThat(after.path("UpdatedTime").asString())
        .isGreaterThan(before.path("UpdatedTime").asString());
    for (ObjectNode shown : new ObjectNode[] {before, after}) {
      shown.remove("InstanceName");
      shown.remove("UpdatedTime");
    }
    assertThat(after).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"0, InvalidParameterValue", "1, ''", "60, ''", "61, InvalidParameterValue.TooLong"})
  void takesNamesOfOneToSixtyCharacters(int length, String code) {
    String name = "名".repeat(length);

    assertThat(api.call(action(), request(MANAGED).with("InstanceName", name)).code())
        .isEqualTo(code);
    assertThat(shown(api, "InstanceName")).containsExactly(code.isEmpty() ? name : "before");
  }

  @Test
  void wantsAName() {
    assertThat(api.call(action(), request(MANAGED).without("InstanceName")).code())
        .isEqualTo("MissingParameter");
  }
}
