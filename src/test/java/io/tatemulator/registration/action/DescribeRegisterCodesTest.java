package io.tatemulator.registration.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.ListingContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribeRegisterCodesTest extends ListingContract {
  @Override
  protected Listing listing() {
    return new Listing(
        "DescribeRegisterCodes",
        "RegisterCodeSet",
        "RegisterCodeIds",
        "RegisterCodeId",
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-0000-00000000000",
        "InvalidParameterValue.InvalidRegisterCodeId",
        "InvalidParameterValue.TooLong",
        new Limits("InvalidParameterValue.InvalidFilter", ""));
  }

  // These numbers are documented as signed ones.
  @Override
  protected String negativeCode() {
    return "InvalidParameterValue.InvalidFilter";
  }

  @Override
  protected List<String> create(Api caller, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hostClock.advance(TICK);
      ids.add(caller.ok("CreateRegisterCode", "{}").text("RegisterCodeId"));
    }
    return ids;
  }

  private String enabled() {
    return list(api, all()).texts("RegisterCodeSet", "Enabled").toString();
  }

  @Test
  void answersThePublishedExample() {
    String id = create(api, 1).get(0);

    Answer answer =
        list(api, Body.of("{'Offset': 0, 'Limit': 1}").with("RegisterCodeIds", List.of(id)));

    assertThat(answer.members())
        .containsExactlyInAnyOrder("RegisterCodeSet", "RequestId", "TotalCount");
    assertThat(answer.number("TotalCount")).isEqualTo(1);
    var shown = answer.list("RegisterCodeSet").get(0);
    assertThat(shown.path("RegisterCodeId").asString()).isEqualTo(id);
    assertThat(shown.propertyNames()).hasSize(10);
    for (String time : List.of("ExpiredTime", "CreatedTime", "UpdatedTime")) {
      assertThat(shown.path(time).asString()).as(time).matches(".{10}T.{8}Z");
    }
  }

  @Test
  void takesTheIdOfThePublishedExample() {
    // It is not quite a UUID.
    assertThat(names(api, Body.of("{'RegisterCodeIds': ['9b5rb72b-418f-4a81-b32e-f8bc80eef678']}")))
        .isEmpty();
  }

  @Test
  void neverShowsTheValueOfACode() {
    String value = api.ok("CreateRegisterCode", "{}").text("RegisterCodeValue");

    assertThat(list(api, all()).body()).doesNotContain(value);
  }

  @Test
  void showsACodeAsDisabledOnceItHasExpired() {
    api.ok("CreateRegisterCode", "{'EffectiveTime': 2}");
    String updated = list(api, all()).text("RegisterCodeSet/0/UpdatedTime");

    hostClock.advance(Duration.ofHours(2).minusMinutes(1));
    assertThat(enabled()).isEqualTo("[true]");

    hostClock.advance(Duration.ofMinutes(1));
    assertThat(enabled()).isEqualTo("[false]");
    assertThat(list(api, all()).text("RegisterCodeSet/0/UpdatedTime")).isEqualTo(updated);
  }

  @Test
  void neverDisablesACodeThatIsGoodForEver() {
    api.ok("CreateRegisterCode", "{'EffectiveTime': 100000}");

    hostClock.advance(Duration.ofDays(400));

    assertThat(enabled()).isEqualTo("[true]");
  }

  @Test
  void knowsNoFilters() {
    assertThat(list(api, Body.of("{'Filters': []}")).code()).isEqualTo("UnknownParameter");
  }
}
