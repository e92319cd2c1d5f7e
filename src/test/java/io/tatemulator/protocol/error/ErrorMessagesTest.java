package io.tatemulator.protocol.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.tat.TatError;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

class ErrorMessagesTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
  private static final List<Object> FOUR = List.of("P1", "P2", "P3", "P4");

  private final ErrorMessages messages = new ErrorMessages();

  static Stream<Class<?>> enums() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ErrorCode.class));
    return scanner.findCandidateComponents("io.tatemulator").stream()
        .map(
            found ->
                ClassUtils.resolveClassName(
                    Objects.requireNonNull(found.getBeanClassName()), null));
  }

  static Stream<ErrorCode> errors() {
    return enums().flatMap(ErrorMessagesTest::constants);
  }

  private static Stream<ErrorCode> constants(Class<?> errors) {
    return Arrays.stream(errors.getEnumConstants()).map(ErrorCode.class::cast);
  }

  @Test
  void areLookedForInEveryService() {
    assertThat(enums()).contains(ProtocolError.class, TatError.class);
  }

  @ParameterizedTest
  @MethodSource("enums")
  void haveOneTextForEachErrorAndNoOther(Class<?> errors) throws IOException {
    for (Language language : Language.values()) {
      assertThat(bundle(language, errors).stringPropertyNames())
          .containsExactlyInAnyOrderElementsOf(constants(errors).map(ErrorCode::name).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void areInTheirLanguage(ErrorCode error) throws IOException {
    assertThat(pattern(Language.CHINESE, error)).matches(".*\\p{IsHan}.*。");
    assertThat(pattern(Language.ENGLISH, error)).matches("\\p{ASCII}+\\.");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void nameOnlyArgumentsThatAnErrorCanHave(ErrorCode error) {
    for (Language language : Language.values()) {
      assertThat(messages.format(error, language, FOUR))
          .doesNotContain("{", "null")
          .isNotEqualTo(error.code());
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void nameTheSameValuesInBothLanguages(ErrorCode error) throws IOException {
    assertThat(arguments(Language.CHINESE, error)).isEqualTo(arguments(Language.ENGLISH, error));
  }

  @Test
  void areEnglishUnlessTheCallerWantsChinese() {
    assertThat(Language.of("zh-CN")).isEqualTo(Language.CHINESE);
    assertThat(Language.of("ZH")).isEqualTo(Language.CHINESE);
    for (String other : new String[] {null, "", "z", "en-US", "fr"}) {
      assertThat(Language.of(other)).isEqualTo(Language.ENGLISH);
    }
  }

  @Test
  void areNeverCutWithinACharacter() {
    for (int length = 250; length < 260; length++) {
      String text = "a".repeat(length) + "\uD83D\uDE00".repeat(10);

      String message =
          messages.format(TatError.INVALID_FILTER, Language.ENGLISH, List.of("P", text));

      assertThat(StandardCharsets.UTF_16BE.newEncoder().canEncode(message)).isTrue();
      assertThat(message).contains("…");
    }
  }

  private static String pattern(Language language, ErrorCode error) throws IOException {
    return bundle(language, error.getClass()).getProperty(error.name(), "");
  }

  private static Set<String> arguments(Language language, ErrorCode error) throws IOException {
    return ARGUMENT
        .matcher(pattern(language, error))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties bundle(Language language, Class<?> errors) throws IOException {
    String file = "errors_" + language.tag() + ".properties";
    Properties bundle = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(errors.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
      bundle.load(reader);
    }
    return bundle;
  }
}
