package io.tatemulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the parts of a command, whichever action takes them. */
public abstract class CommandPartsContract extends AcceptanceTest {
  private static final String VALUE = "InvalidParameterValue.";

  /** Sends a request that is good but for these parts, for a command that takes parameters. */
  protected abstract Answer apply(Body parts);

  /** The error of the same name twice in a list of defaults. */
  protected abstract String repeatedNameCode();

  /** The error of a malformed user name. */
  protected String usernameCode() {
    return VALUE + "InvalidUsername";
  }

  private Answer apply(String part, Object value) {
    return apply(Body.of("{}").with(part, value));
  }

  @ParameterizedTest
  @CsvSource({
    "CommandName, a b, InvalidCommandName",
    "CommandName, a/b, InvalidCommandName",
    "Content, bHM, CommandContentInvalid",
    "Content, ====, CommandContentInvalid",
    "Content, ls -l, CommandContentInvalid",
    "CommandType, BASH, Range",
    "CommandType, shell, Range",
    "WorkingDirectory, tmp, InvalidWorkingDirectory",
    "WorkingDirectory, C:\\tmp, InvalidWorkingDirectory",
    "OutputCOSBucketUrl, http://b.cos.ap-beijing.myqcloud.com, InvalidOutputCOSBucketUrl",
    "OutputCOSKeyPrefix, /a, InvalidOutputCOSKeyPrefix",
    "OutputCOSKeyPrefix, a//b, InvalidOutputCOSKeyPrefix",
    "OutputCOSKeyPrefix, a/../b, InvalidOutputCOSKeyPrefix"
  })
  void refusesParts(String part, String value, String code) {
    assertThat(apply(part, value).code()).isEqualTo(VALUE + code);
  }

  @ParameterizedTest
  @CsvSource({
    "CommandName, n, 60, TooLong",
    "Description, 述, 120, TooLong",
    "WorkingDirectory, /, 4096, TooLong",
    "OutputCOSBucketUrl, https://, 2048, TooLong",
    "OutputCOSKeyPrefix, p, 60, InvalidOutputCOSKeyPrefix"
  })
  void takesPartsOfSomeLengthAndNoLongerOnes(String part, String filler, int max, String code) {
    String longest = filler.repeat(max / filler.length());

    assertThat(apply(part, longest).code()).isEmpty();
    assertThat(apply(part, longest + "a").code()).isEqualTo(VALUE + code);
  }

  @Test
  void takesUsernamesOfTwoHundredFiftySixCharacters() {
    assertThat(apply("Username", "u".repeat(256)).code()).isEmpty();
    for (String username : List.of("u".repeat(257), "a:b")) {
      assertThat(apply("Username", username).code()).isEqualTo(usernameCode());
    }
  }

  @Test
  void takesContentOfSixtyFourKilobytes() {
    assertThat(apply("Content", "QUFB".repeat(16_384)).code()).isEmpty();
    assertThat(apply("Content", "QUFB".repeat(16_385)).code()).isEqualTo(VALUE + "TooLong");
  }

  @ParameterizedTest
  @CsvSource({"0, Range", "1, ''", "86400, ''", "86401, Range", "99999999999999999999, Range"})
  void limitsTheTimeout(String seconds, String code) {
    assertThat(apply("Timeout", new BigInteger(seconds)).code())
        .isEqualTo(code.isEmpty() ? "" : VALUE + code);
  }

  @ParameterizedTest
  @MethodSource(BadParameters.SOURCE)
  void refusesDefaults(String defaults, String code) {
    assertThat(apply("DefaultParameters", defaults).code()).isEqualTo(code);
  }

  private static Map<String, String> conf(String name, String value) {
    return Map.of("ParameterName", name, "ParameterValue", value);
  }

  private static List<Map<String, String>> confs(int count) {
    return IntStream.range(0, count).mapToObj(i -> conf("k" + i, "v")).toList();
  }

  private String confsCode(List<Map<String, String>> confs) {
    return apply("DefaultParameterConfs", confs).code();
  }

  @Test
  void refusesDefaultsInAList() {
    assertThat(confsCode(confs(20))).isEmpty();
    assertThat(confsCode(confs(21))).isEqualTo(VALUE + "ParameterNumberExceeded");
    assertThat(confsCode(List.of(conf("k".repeat(64), "1")))).isEmpty();
    assertThat(confsCode(List.of(conf("k".repeat(65), "1"))))
        .isEqualTo(VALUE + "ParameterKeyLenExceeded");
    assertThat(confsCode(List.of(conf("a b", "1"))))
        .isEqualTo(VALUE + "ParameterKeyContainsInvalidChar");
    assertThat(confsCode(List.of(conf("a", "1"), conf("a", "2")))).isEqualTo(repeatedNameCode());
  }

  @Test
  void refusesDefaultsInBothForms() {
    Body both =
        Body.of("{'DefaultParameterConfs': [{'ParameterName': 'a', 'ParameterValue': '1'}]}")
            .with("DefaultParameters", "{\"a\": \"1\"}");

    assertThat(apply(both).code()).isEqualTo("InvalidParameter");
  }
}
