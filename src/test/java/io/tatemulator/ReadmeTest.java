package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tatemulator.testing.IndependentOfStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;

@IndependentOfStorage
class ReadmeTest {
  private static final String JAVA_BLOCK = "(?s)```java\\n(.*?)```";

  private final String readme = read("README.md");

  @Test
  void listsExactlyTheSettingsThatThereAre() {
    List<String> listed = matches(readme, "(?m)^\\| `(tat\\.[a-z.-]+)` \\|");

    assertThat(listed).containsExactlyInAnyOrderElementsOf(settings().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void showsTheTestThatIsRun(String page) {
    List<String> examples = matches(read(page), JAVA_BLOCK);

    assertThat(lines(read("clients/junit/src/test/java/NightlyJobTest.java")))
        .containsSubsequence(lines(examples.get(examples.size() - 1)));
  }

  @Test
  void theJavaPageShowsTheRulesThatATestWrites() {
    List<String> rules =
        lines(section("docs/java.md", "The client")).stream()
            .filter(line -> line.startsWith("control.add") && line.endsWith(");"))
            .toList();

    assertThat(rules).hasSize(6);
    assertThat(lines(read("src/test/java/io/tatemulator/client/RulesTest.java")))
        .containsSubsequence(rules);
  }

  @Test
  void theJavaPageShowsTheTestOfSpringBootThatIsRun() {
    String test =
        section("docs/java.md", "With Spring Boot")
            .lines()
            .dropWhile(line -> !line.equals("    @SpringBootTest"))
            .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
            .collect(Collectors.joining("\n"));

    assertThat(lines(test)).hasSizeGreaterThan(10);
    assertThat(lines(read("clients/spring-boot/src/test/java/example/NightlyBackupTest.java")))
        .containsSubsequence(lines(test));
  }

  @Test
  void showsTheJavaExampleThatIsRun() {
    String example = matches(readme, JAVA_BLOCK).get(0);
    String run = read("src/test/java/io/tatemulator/jar/ReadmeExample.java");

    assertThat(lines(run.replace("\"127.0.0.1:\" + port", "\"127.0.0.1:8080\"")))
        .containsSubsequence(lines(example));
  }

  private static Stream<String> settings() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tatemulator")
            .stream()
            .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
            .map(JavaClass::reflect)
            .flatMap(ReadmeTest::settings)
            // Others are Spring Boot's own, of which the README names a few.
            .filter(setting -> setting.startsWith("tat."))
            .distinct();
  }

  private static Stream<String> settings(Class<?> record) {
    String prefix = record.getAnnotation(ConfigurationProperties.class).value();
    return Arrays.stream(record.getRecordComponents())
        .map(component -> prefix + "." + kebab(component.getName()));
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> matches(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String section(String file, String title) {
    return read(file).split("(?m)^## " + title + "$", 2)[1].split("(?m)^## ", 2)[0];
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
