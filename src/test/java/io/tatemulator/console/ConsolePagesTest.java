package io.tatemulator.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.control.ControlTest;
import io.tatemulator.testing.IndependentOfStorage;
import io.tatemulator.testing.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the console. What they do in a browser is tested by clients/console. */
@IndependentOfStorage
class ConsolePagesTest extends ControlTest {
  private static final Path PAGES = Path.of("src/main/resources/io/tatemulator/console/pages");
  private static final Pattern ENTRY = Pattern.compile("(?m)^  (\\w+): '(.*)',$");
  private static final Pattern USE = Pattern.compile("\\btext\\('(\\w+)'[,)]");
  private static final Pattern IMPORT = Pattern.compile("(?:from |import\\()'(\\.[^']+)'");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  @Override
  protected String[] settings() {
    return new String[] {"--tat.storage=memory"};
  }

  private HttpResponse<String> get(String path) {
    return control.send("GET", "/_tat/console" + path, "");
  }

  @Test
  void aBrowserRunsAndFramesNothingElse() {
    HttpResponse<String> page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.body()).doesNotContainPattern("<script[^>]*>[^<]").doesNotContain("style=");
  }

  @Test
  void theAddressWithoutASlashLeadsToIt() {
    HttpResponse<String> page = get("");

    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith("/_tat/console/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ConsolePages.class", "/../ConsolePages.class", "/views", "/none.js"})
  void nothingElseIsServed(String path) {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void otherHostsAreRefused() {
    assertThat(
            new RawHttp(emulator.port())
                .exchange(
                    "GET /_tat/console/ HTTP/1.1\r\nHost: elsewhere.test\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void theSettingOfTheControlApiDisablesIt() {
    restart("--tat.storage=memory", "--tat.control.enabled=false");

    assertThat(get("/").statusCode()).isEqualTo(404);
    restart("--tat.storage=memory");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(names("texts-zh.js")).isEqualTo(names("texts-en.js"));
    assertThat(placeholders("texts-zh.js")).isEqualTo(placeholders("texts-en.js"));
  }

  private static Set<String> names(String file) {
    return matches(ENTRY, PAGES.resolve(file))
        .map(entry -> entry.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> placeholders(String file) {
    return matches(ENTRY, PAGES.resolve(file))
        .flatMap(
            entry ->
                PLACEHOLDER
                    .matcher(entry.group(2))
                    .results()
                    .map(found -> entry.group(1) + " " + found.group()))
        .collect(Collectors.toSet());
  }

  static Stream<Path> scripts() {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".js")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void everyTextAndFileThatAScriptUsesExists(Path script) {
    assertThat(names("texts-en.js"))
        .containsAll(matches(USE, script).map(use -> use.group(1)).toList());
    assertThat(matches(IMPORT, script).map(use -> script.resolveSibling(use.group(1)).normalize()))
        .allMatch(file -> get("/" + PAGES.relativize(file)).statusCode() == 200);
  }

  private static Stream<MatchResult> matches(Pattern pattern, Path file) {
    try {
      return pattern.matcher(Files.readString(file)).results().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
