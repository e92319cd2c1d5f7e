package io.tatemulator.registration.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeleteRegisterCodesTest extends RegisterCodesContract {
  @Override
  String action() {
    return "DeleteRegisterCodes";
  }

  // More than 0 and fewer than 100, the documents say.
  @Override
  int most() {
    return 99;
  }

  @Test
  void removesTheCodesNamedAndNoOther() {
    String one = create();
    String two = create();
    String three = create();

    assertThat(apply(one, three).code()).isEmpty();

    assertThat(api.ok("DescribeRegisterCodes", "{}").texts("RegisterCodeSet", "RegisterCodeId"))
        .containsExactly(two);
    assertThat(apply(one).code()).isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
  }

  @Test
  void removesDisabledCodesToo() {
    String id = create();
    api.ok("DisableRegisterCodes", "{'RegisterCodeIds': ['" + id + "']}");

    assertThat(apply(id).code()).isEmpty();

    assertThat(shown()).isEqualTo("[]");
  }
}
