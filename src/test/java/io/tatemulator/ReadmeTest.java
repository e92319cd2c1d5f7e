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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;

@IndependentOfStorage
class ReadmeTest {
  private static final String JAVA_BLOCK = "(?s)```java\\n(.*?)```";
  private static final String ANY_BLOCK = "(?s)```(\\w+\\n.*?)```";

  @Test
  void listsExactlyTheSettingsThatThereAre() {
    List<String> listed = matches(read("docs/settings.md"), "(?m)^\\| `(tat\\.[a-z.-]+)` \\|");

    assertThat(listed).containsExactlyInAnyOrderElementsOf(settings().toList());
  }

  @Test
  void showsTheTestThatIsRun() {
    List<String> examples = matches(read("README.md"), JAVA_BLOCK);

    assertThat(examples).hasSize(1);
    assertThat(lines(read("clients/junit/src/test/java/NightlyJobTest.java")))
        .containsSubsequence(lines(examples.get(0)));
  }

  @Test
  void bothLanguagesShowTheSameBlocks() {
    assertThat(matches(read("README.zh-CN.md"), ANY_BLOCK))
        .isEqualTo(matches(read("README.md"), ANY_BLOCK));
  }

  @Test
  void bothLanguagesLinkTheSamePages() {
    assertThat(links("README.zh-CN.md")).isEqualTo(links("README.md"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksPagesThatExist(Path page) {
    assertThat(links(page.toString()))
        .allSatisfy(link -> assertThat(page.resolveSibling(link.replaceAll("#.*", ""))).exists());
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
    String example = matches(read("docs/clients.md"), JAVA_BLOCK).get(0);
    String run = read("src/test/java/io/tatemulator/jar/SdkExample.java");

    assertThat(lines(run.replace("\"127.0.0.1:\" + port", "\"127.0.0.1:8080\"")))
        .containsSubsequence(lines(example));
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("README.zh-CN.md")));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }

  /** Returns the files that a page links, without those of the other language and web pages. */
  private static Set<String> links(String page) {
    return matches(read(page), "\\]\\(([^)\\s]+)\\)").stream()
        .filter(link -> !link.contains("://") && !link.startsWith("#"))
        .filter(link -> !link.matches("README(\\.zh-CN)?\\.md"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> settings() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tatemulator")
            .stream()
            .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
            .map(JavaClass::reflect)
            .flatMap(ReadmeTest::settings)
            // Others are Spring Boot's own, of which the page names a few.
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
