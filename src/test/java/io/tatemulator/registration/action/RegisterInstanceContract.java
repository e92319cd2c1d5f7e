package io.tatemulator.registration.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ManagedInstances;
import io.tatemulator.testing.ManagedInstances.Machine;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What holds of every action that does one thing to one managed instance. */
abstract class RegisterInstanceContract extends AcceptanceTest {
  static final String MANAGED = "rins-xfjkunbgax";

  final JdbcTemplate jdbc = part(JdbcTemplate.class);

  ManagedInstances machines;

  @BeforeEach
  void registerAMachine() {
    machines = new ManagedInstances(part(IdGenerator.class), jdbc, clock);
    machines.register(api, Machine.linux(MANAGED, "before"));
  }

  /** The action. */
  abstract String action();

  /** A good request for an instance. */
  abstract Body request(String instanceId);

  /** The error of an instance that does not exist. */
  abstract String unknownCode();

  Answer apply(Api caller, String instanceId) {
    return caller.call(action(), request(instanceId));
  }

  List<String> shown(Api caller, String member) {
    return caller.ok("DescribeRegisterInstances", "{}").texts("RegisterInstanceSet", member);
  }

  @Test
  void answersWithNothingButTheRequestId() {
    assertThat(apply(api, MANAGED).members()).containsExactly("RequestId");
  }

  @Test
  void wantsAnInstance() {
    assertThat(api.call(action(), request(MANAGED).without("InstanceId")).message())
        .isEqualTo("The request is missing a required parameter `InstanceId`.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rins-1234567", "rinst-xdfaxfgax", "ins-12345678", "RINS-12345678"})
  void refusesWhatIsNoId(String id) {
    assertThat(apply(api, id).code()).isEqualTo("InvalidParameterValue.InvalidRegisterInstanceId");
  }

  @Test
  void refusesAnInstanceThatDoesNotExist() {
    assertThat(apply(api, "rins-00000000").code()).isEqualTo(unknownCode());
  }

  @Test
  void doesNotReachIntoAnotherAccountOrRegion() {
    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(apply(stranger, MANAGED).code()).isEqualTo(unknownCode());
    }
    assertThat(shown(api, "InstanceName")).containsExactly("before");
  }

  @Test
  void leavesTheSameIdOfAnotherTenantAlone() {
    Api other = newTenant();
    machines.register(other, Machine.linux(MANAGED, "theirs"));

    assertThat(apply(api, MANAGED).code()).isEmpty();

    assertThat(shown(other, "InstanceName")).containsExactly("theirs");
  }
}
