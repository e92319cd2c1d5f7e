package io.tatemulator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.tag.TagService;
import io.tatemulator.tat.TatService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what the actions raise against the error lists of the cloud's documents. */
class ErrorListsTest {
  static Stream<ActionPage> pages() {
    return ActionPage.all().stream();
  }

  @Test
  void everyActionHasAList() {
    assertThat(pages().map(ActionPage::name))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(TatService.MODEL, TagService.MODEL)
                .flatMap(service -> service.actions().stream())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void anActionRaisesOnlyCodesOfItsList(ActionPage page) {
    assertThat(page.codes()).as(page.name()).isSubsetOf(page.service().errorList(page.name()));
  }
}
