package io.tatemulator.registration.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class CreateRegisterCodeTest extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";

  private final Body example =
      Body.of(
          """
          {'Description': 'webserver', 'InstanceNamePrefix': 'webserver', 'RegisterLimit': 10,
           'EffectiveTime': 4, 'IpAddressRange': '192.168.10.1/10'}""");

  private final JdbcTemplate jdbc = part(JdbcTemplate.class);

  private Answer create(Body body) {
    return api.call("CreateRegisterCode", body);
  }

  private String code(String parameter, Object value) {
    return create(example.with(parameter, value)).code();
  }

  private JsonNode created(Body body) {
    String id = api.ok("CreateRegisterCode", body).text("RegisterCodeId");
    return api.ok("DescribeRegisterCodes", Body.of("{}").with("RegisterCodeIds", List.of(id)))
        .list("RegisterCodeSet")
        .get(0);
  }

  private static Duration life(JsonNode code) {
    return Duration.between(
        Instant.parse(code.path("CreatedTime").asString()),
        Instant.parse(code.path("ExpiredTime").asString()));
  }

  @Test
  void answersThePublishedExamples() {
    for (Body body : List.of(example, Body.of("{}"))) {
      Answer answer = create(body);

      assertThat(answer.members())
          .containsExactlyInAnyOrder("RegisterCodeId", "RegisterCodeValue", "RequestId");
      assertThat(answer.text("RegisterCodeId"))
          .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      assertThat(answer.text("RegisterCodeValue")).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void keepsAllThatIsGiven() {
    JsonNode shown = created(example.with("RegisterLimit", 7).with("EffectiveTime", 9));

    for (String part : List.of("Description", "InstanceNamePrefix", "IpAddressRange")) {
      assertThat(shown.path(part)).as(part).isEqualTo(example.tree().path(part));
    }
    assertThat(shown.path("RegisterLimit").longValue()).isEqualTo(7);
    assertThat(life(shown)).isEqualTo(Duration.ofHours(9));
    assertThat(shown.path("Enabled").booleanValue()).isTrue();
    assertThat(shown.path("RegisteredCount").longValue()).isZero();
  }

  @Test
  void fillsInDefaults() {
    JsonNode shown = created(Body.of("{}"));

    assertThat(shown.path("RegisterLimit").longValue()).isEqualTo(10);
    assertThat(life(shown)).isEqualTo(Duration.ofHours(4));
    for (String part : List.of("Description", "InstanceNamePrefix", "IpAddressRange")) {
      assertThat(shown.path(part).stringValue()).as(part).isEmpty();
    }
  }

  @Test
  void givesEachCodeAnIdAndAValueOfItsOwn() {
    Answer one = create(example);
    Answer two = create(example);

    assertThat(one.text("RegisterCodeId")).isNotEqualTo(two.text("RegisterCodeId"));
    assertThat(one.text("RegisterCodeValue")).isNotEqualTo(two.text("RegisterCodeValue"));
  }

  @ParameterizedTest
  @CsvSource({"Description, 128", "InstanceNamePrefix, 32"})
  void limitsLengths(String part, int max) {
    assertThat(code(part, "注".repeat(max))).isEmpty();
    assertThat(code(part, "n".repeat(max + 1))).isEqualTo(VALUE + "TooLong");
  }

  @ParameterizedTest
  @CsvSource({
    "RegisterLimit, -1, TooSmall",
    "RegisterLimit, 0, TooSmall",
    "RegisterLimit, 1, ''",
    "RegisterLimit, 10000, ''",
    "RegisterLimit, 10001, TooLarge",
    "RegisterLimit, 99999999999999999999, TooLarge",
    "EffectiveTime, -1, TooSmall",
    "EffectiveTime, 0, TooSmall",
    "EffectiveTime, 1, ''",
    "EffectiveTime, 99999, ''",
    "EffectiveTime, 99999999999999999999, ''"
  })
  void limitsNumbers(String part, BigInteger value, String code) {
    assertThat(code(part, value)).isEqualTo(code.isEmpty() ? "" : VALUE + code);
  }

  @Test
  void expiresAfterSomeHoursOrNever() {
    assertThat(life(created(example.with("EffectiveTime", 1)))).isEqualTo(Duration.ofHours(1));
    assertThat(life(created(example.with("EffectiveTime", 99_999))))
        .isEqualTo(Duration.ofHours(99_999));
    assertThat(created(example.with("EffectiveTime", 100_000)).path("ExpiredTime").isNull())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "133.12.234.0/24", "255.255.255.255", "10.0.0.1/32"})
  void takesAddressesAndRangesOfThem(String range) {
    assertThat(code("IpAddressRange", range)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"256.0.0.1", "10.0.0", "10.0.0.0.1", "10.0.0.1/33", "10.0.0.1/", "::1", "x", " "})
  void refusesWhatIsNoAddress(String range) {
    assertThat(code("IpAddressRange", range)).isEqualTo("InvalidParameter");
  }

  @Test
  void refusesTheCodeAfterTheFiveThousandth() {
    String id = api.ok("CreateRegisterCode", "{}").text("RegisterCodeId");
    jdbc.update(
        """
        insert into register_code (id, tenant_id, code_id, code_value, description,
          instance_name_prefix, register_limit, expires_at, ip_address_range, enabled,
          registered_count, created_at, updated_at, version)
        with recursive numbers (n) as (
          select cast(1 as bigint) union all select n + 1 from numbers where n < 4998)
        select -n, tenant_id, cast(n as varchar), '', '', '', 1, null, '', true,
          0, created_at, updated_at, 0
        from register_code, numbers where code_id = ?""",
        id);

    assertThat(create(example).code()).isEmpty();

    assertThat(create(example).code()).isEqualTo("InvalidParameter");
    assertThat(newTenant().call("CreateRegisterCode", example).code()).isEmpty();
    assertThat(api.ok("DescribeQuotas", "{'ResourceNames': ['REGISTER_CODE']}").body())
        .contains("\"ResourceQuotaUsed\":5000,\"ResourceQuotaTotal\":5000");
  }
}
