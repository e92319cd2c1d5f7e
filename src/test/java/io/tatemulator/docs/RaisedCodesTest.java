package io.tatemulator.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.tag.TagError;
import io.tatemulator.tag.TagService;
import io.tatemulator.tat.TatError;
import io.tatemulator.tat.TatService;
import io.tatemulator.testing.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the codes that the pages promise against those that the other tests have met, and the codes
 * that the cloud documents against both. The build runs it once more after all other tests and says
 * so with the property {@code all.tests}; without it, what needs them is skipped.
 */
class RaisedCodesTest {
  /** What has not been called has not been refused either, and would pass. */
  private static void requireAllTests() {
    assumeTrue(Boolean.getBoolean("all.tests"), "needs all tests: run ./mvnw test");
    assertThat(Refusal.seen())
        .as("actions that tests have called")
        .extracting(Refusal::action)
        .containsAll(ActionPage.all().stream().map(ActionPage::name).toList());
  }

  @Test
  void everyActionHasReturnedEachOfItsCodes() {
    requireAllTests();

    assertThat(ActionPage.all().stream().flatMap(RaisedCodesTest::refusals))
        .isSubsetOf(Refusal.seen());
  }

  @Test
  void noActionHasReturnedACodeThatItsPageDoesNotName() throws IOException {
    requireAllTests();
    Set<String> common =
        Pattern.compile("^\\| `([A-Z][A-Za-z.]+)` \\|", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("docs/actions/README.md")))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toSet());
    Map<String, ActionPage> pages =
        ActionPage.all().stream().collect(Collectors.toMap(ActionPage::name, page -> page));

    assertThat(common).contains("UnknownParameter", "AuthFailure.SignatureFailure");
    assertThat(Stream.concat(Refusal.seen().stream(), Refusal.seenByChance().stream()))
        .filteredOn(refusal -> pages.containsKey(refusal.action()))
        .filteredOn(refusal -> !refusal.code().isEmpty() && !common.contains(refusal.code()))
        .allMatch(refusal -> pages.get(refusal.action()).codes().contains(refusal.code()));
  }

  @Test
  void everyDocumentedCodeIsRaisedOrListedAmongTheLimits() throws IOException {
    Set<String> raised =
        Stream.<ErrorCode[]>of(ProtocolError.values(), TatError.values(), TagError.values())
            .flatMap(Arrays::stream)
            .map(ErrorCode::code)
            .collect(Collectors.toSet());
    String limits = Files.readString(Path.of("docs/limits.md"));
    Set<String> never =
        Pattern.compile("^\\| (`.*`) \\|", Pattern.MULTILINE)
            .matcher(limits.split("never raised\\n", 2)[1].split("\\n## ", 2)[0])
            .results()
            .flatMap(row -> Arrays.stream(row.group(1).split(", ")))
            .map(code -> code.replace("`", ""))
            .collect(Collectors.toSet());

    assertThat(never).isNotEmpty().doesNotContainAnyElementsOf(raised);
    assertThat(Stream.of(TatService.MODEL, TagService.MODEL))
        .flatMap(
            service ->
                service.actions().stream()
                    .flatMap(action -> service.errorList(action).stream())
                    .toList())
        .allMatch(code -> raised.contains(code) || never.contains(code));
  }

  private static Stream<Refusal> refusals(ActionPage action) {
    return action.codes().stream().map(code -> new Refusal(action.name(), code));
  }
}
