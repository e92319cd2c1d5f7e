package io.tatemulator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Body;
import io.tatemulator.time.Crontab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Does what the table of crontabs in docs/limits.md says, row by row. */
class CrontabCornersTest extends AcceptanceTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| (refused|as `([^`]+)`) \\|.*\\|$", Pattern.MULTILINE);

  private static final Instant START = Instant.parse("2026-01-15T02:00:00Z");
  private static final int FIRES = 100;
  private static final int HEAD_LINES = 2;

  private static Stream<Arguments> rows() throws IOException {
    String table = Files.readString(Path.of("docs/limits.md")).split("## Crontabs\n", 2)[1];
    List<Arguments> rows =
        ROW.matcher(table)
            .results()
            .map(row -> Arguments.of(row.group(1), Optional.ofNullable(row.group(3))))
            .toList();
    long lines = table.lines().filter(line -> line.startsWith("|")).count();
    assertThat(rows).hasSize((int) lines - HEAD_LINES);
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isReadAsTheTableSays(String crontab, Optional<String> other) {
    String code = api.call("CreateInvoker", Body.recurring(crontab)).code();

    assertThat(code)
        .isEqualTo(other.isEmpty() ? "InvalidParameterValue.InvalidCronExpression" : "");
    other.ifPresent(same -> assertThat(fires(crontab)).isEqualTo(fires(same)));
  }

  private static List<Instant> fires(String crontab) {
    Crontab parsed = Crontab.parse(crontab);
    return Stream.iterate(START, after -> parsed.next(after).orElseThrow())
        .skip(1)
        .limit(FIRES)
        .toList();
  }
}
