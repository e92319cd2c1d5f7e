package io.tatemulator.registration.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.persistence.IdGenerator;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.FilterContract;
import io.tatemulator.testing.ManagedInstances;
import io.tatemulator.testing.ManagedInstances.Machine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DescribeRegisterInstancesTest extends FilterContract {
  private static final Machine WINDOWS =
      new Machine("rins-uf673dgi", "WebServer-01", "Windows", "10.0.0.2", "Offline");

  private final JdbcTemplate jdbc = part(JdbcTemplate.class);

  private ManagedInstances machines;

  @BeforeEach
  void connectToTheDatabase() {
    machines = new ManagedInstances(part(IdGenerator.class), jdbc, clock);
  }

  @Override
  protected Listing listing() {
    return new Listing(
        "DescribeRegisterInstances",
        "RegisterInstanceSet",
        "InstanceIds",
        "InstanceId",
        "rins-00000000",
        "ins-00000000",
        "InvalidParameterValue.InvalidRegisterInstanceId",
        "InvalidParameterValue.InvalidRegisterInstanceId",
        new Limits("InvalidParameterValue.InvalidFilter", ""));
  }

  // These numbers are documented as signed ones.
  @Override
  protected String negativeCode() {
    return "InvalidParameterValue.InvalidFilter";
  }

  // The action documents no InvalidParameter.ConflictParameter.
  @Override
  protected String conflictCode() {
    return "InvalidParameterValue.InvalidFilter";
  }

  @Override
  protected String idFilter() {
    return "instance-id";
  }

  // The action documents no InvalidParameterValue.LimitExceeded.
  @Override
  protected String manyValuesCode() {
    return "InvalidParameterValue.InvalidFilter";
  }

  @Override
  protected String manyFiltersCode() {
    return "InvalidParameterValue.InvalidFilter";
  }

  @Override
  protected List<String> create(Api caller, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hostClock.advance(TICK);
      String id = "rins-" + (10_000_000 + i);
      machines.register(caller, Machine.linux(id, "machine-" + i));
      ids.add(id);
    }
    return ids;
  }

  @Test
  void answersThePublishedExample() {
    String code = machines.register(api, WINDOWS);
    create(api, 1);

    Answer answer = list(api, filtered(filter("instance-name", "WebServer-01")).with("Limit", 1));

    assertThat(answer.members())
        .containsExactlyInAnyOrder("TotalCount", "RegisterInstanceSet", "RequestId");
    assertThat(answer.number("TotalCount")).isEqualTo(1);
    var shown = answer.list("RegisterInstanceSet").get(0);
    assertThat(shown.path("RegisterCodeId").asString()).isEqualTo(code);
    assertThat(shown.path("InstanceId").asString()).isEqualTo("rins-uf673dgi");
    assertThat(shown.path("InstanceName").asString()).isEqualTo("WebServer-01");
    assertThat(shown.path("SystemName").asString()).isEqualTo("Windows");
    assertThat(shown.path("HostName").asString()).isEqualTo("webserver01");
    assertThat(shown.path("LocalIp").asString()).isEqualTo("10.0.0.2");
    assertThat(shown.path("PublicKey").asString()).isEqualTo(ManagedInstances.PUBLIC_KEY);
    assertThat(shown.path("Status").asString()).isEqualTo("Offline");
    assertThat(shown.path("Tags").isArray()).isTrue();
    assertThat(shown.path("CreatedTime").asString()).matches(".{10}T.{8}Z");
    assertThat(shown.propertyNames()).hasSize(12);
  }

  @ParameterizedTest
  @CsvSource({
    "instance-name, WebServer-01",
    "register-status, Offline",
    "local-ip, 10.0.0.2",
    "sys-name, Windows",
    "tag-key, colour",
    "tag-value, red",
    "tag:colour, red"
  })
  void filters(String name, String value) {
    String code = machines.register(api, WINDOWS);
    machines.tag(WINDOWS.instanceId(), code, "colour", "red");
    String other = create(api, 1).get(0);

    assertThat(names(api, filtered(filter(name, value)))).containsExactly(WINDOWS.instanceId());
    assertThat(names(api, filtered(filter(name, value), filter("instance-id", other)))).isEmpty();
  }

  @Test
  void filtersByTheCodeWithWhichAMachineCame() {
    String code = machines.register(api, WINDOWS);
    create(api, 1);

    assertThat(names(api, filtered(filter("register-code-id", code))))
        .containsExactly(WINDOWS.instanceId());
  }

  @Test
  void showsTags() {
    String code = machines.register(api, WINDOWS);
    machines.tag(WINDOWS.instanceId(), code, "colour", "red");

    assertThat(list(api, all()).response().at("/RegisterInstanceSet/0/Tags/0"))
        .isEqualTo(Body.of("{'Key': 'colour', 'Value': 'red'}").tree());
    assertThat(names(api, filtered(filter("tag:size", "red")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"register-status, online", "sys-name, BSD", "register-code-id, x"})
  void refusesFilterValues(String name, String value) {
    assertThat(list(api, filtered(filter(name, value))).code())
        .isEqualTo("InvalidParameterValue.InvalidFilter");
  }
}
