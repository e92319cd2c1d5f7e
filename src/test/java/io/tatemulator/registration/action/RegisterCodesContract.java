package io.tatemulator.registration.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of every action that does one thing to several register codes. */
abstract class RegisterCodesContract extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";
  private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

  /** The action. */
  abstract String action();

  /** How many codes it takes at once. */
  abstract int most();

  Answer apply(Api caller, List<String> ids) {
    return caller.call(action(), Body.of("{}").with("RegisterCodeIds", ids));
  }

  Answer apply(String... ids) {
    return apply(api, List.of(ids));
  }

  String create() {
    hostClock.advance(TICK);
    return api.ok("CreateRegisterCode", "{}").text("RegisterCodeId");
  }

  /** All codes as they are shown. */
  String shown() {
    return api.ok("DescribeRegisterCodes", "{'Limit': 100}").list("RegisterCodeSet").toString();
  }

  @Test
  void answersWithNothingButTheRequestId() {
    assertThat(apply(create()).members()).containsExactly("RequestId");
  }

  @ParameterizedTest
  @CsvSource({
    "'', InvalidParameterValue.InvalidRegisterCodeId",
    "00000000-0000-0000-0000-00000000000, InvalidParameterValue.InvalidRegisterCodeId",
    "00000000-0000-0000-0000-00000000000A, InvalidParameterValue.InvalidRegisterCodeId",
    "00000000-0000-0000-0000-000000000000, ResourceNotFound.RegisterCodesNotFoundCode"
  })
  void doesNothingWhenOneIsNoCode(String id, String code) {
    String good = create();
    String before = shown();

    assertThat(apply(good, id).code()).isEqualTo(code);

    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void doesNothingWhenOneIsNamedTwice() {
    String good = create();
    String before = shown();

    assertThat(apply(good, good).code()).isEqualTo(VALUE + "ParameterKeyDuplicated");

    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void wantsCodes() {
    for (String body : List.of("{}", "{'RegisterCodeIds': []}")) {
      assertThat(api.call(action(), body).code()).isEqualTo("MissingParameter");
    }
  }

  @Test
  void takesNoMoreCodesThanDocumented() {
    List<String> most = IntStream.range(0, most()).mapToObj(i -> create()).toList();
    List<String> more = IntStream.rangeClosed(0, most()).mapToObj(i -> UNKNOWN).toList();

    assertThat(apply(api, more).code()).isEqualTo(VALUE + "InvalidRegisterCodeId");
    assertThat(apply(api, most).code()).isEmpty();
  }

  @Test
  void doesNotReachIntoAnotherAccountOrRegion() {
    String id = create();
    String before = shown();

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", "ap-beijing"))) {
      assertThat(apply(stranger, List.of(id)).code())
          .isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
    }
    assertThat(shown()).isEqualTo(before);
  }
}
