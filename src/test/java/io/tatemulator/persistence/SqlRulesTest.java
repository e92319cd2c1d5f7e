package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where SQL may be. Queries on entities look alike, but name no table. */
class SqlRulesTest {
  private static final Pattern TABLE_IN_TEXT =
      Pattern.compile(
          "\"[^\"\\n]*\\b(from|into|update|join|table) ("
              + String.join("|", Tables.ALL)
              + "|id_mark|write_probe|snapshot)\\b");

  private static final Pattern STATEMENT =
      Pattern.compile(
          "\"(insert into |truncate |alter |drop |merge into |shutdown\"|select (\\*|next) |backup )");

  @Test
  void noTextOfTheProjectNamesATable() throws IOException {
    assertThat(sources()).isNotEmpty().allSatisfy(file -> doesNotMatch(file, TABLE_IN_TEXT));
  }

  @Test
  void onlyDialectsHaveStatements() throws IOException {
    assertThat(sources())
        .filteredOn(file -> !name(file).endsWith("dialect.java"))
        .allSatisfy(file -> doesNotMatch(file, STATEMENT));
  }

  private static void doesNotMatch(Path file, Pattern pattern) throws IOException {
    assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(pattern);
  }

  private static String name(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> name(file).endsWith(".java")).toList();
    }
  }
}
