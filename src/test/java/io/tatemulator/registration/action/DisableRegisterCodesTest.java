package io.tatemulator.registration.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisableRegisterCodesTest extends RegisterCodesContract {
  @Override
  String action() {
    return "DisableRegisterCodes";
  }

  @Override
  int most() {
    return 100;
  }

  private List<String> shown(String member) {
    return api.ok("DescribeRegisterCodes", "{}").texts("RegisterCodeSet", member);
  }

  @Test
  void disablesTheCodesNamedAndNoOther() {
    String one = create();
    create();
    String three = create();

    assertThat(apply(one, three).code()).isEmpty();

    assertThat(shown("Enabled")).containsExactly("false", "true", "false");
  }

  @Test
  void notesTheTimeOfTheFirstTimeOnly() {
    String id = create();
    hostClock.advance(Duration.ofSeconds(2));
    apply(id);
    String disabled = shown("UpdatedTime").get(0);
    assertThat(disabled).isGreaterThan(shown("CreatedTime").get(0));
    hostClock.advance(Duration.ofSeconds(2));

    assertThat(apply(id).code()).isEmpty();

    assertThat(shown("Enabled")).containsExactly("false");
    assertThat(shown("UpdatedTime")).containsExactly(disabled);
  }
}
