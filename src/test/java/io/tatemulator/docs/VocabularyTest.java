package io.tatemulator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rejects former names of classes, and phrases of private dialect, that standard terms replaced.
 */
class VocabularyTest {
  /** Names that the code had, and prefixes of constants that are MAX_ and MIN_. */
  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(Standstill|Itinerary|TravelRefusedException|FireForecast|FireLog|FirePlan|FiredInvocations|WakeUp"
              + "|DueLoop|DailyHabits|ClockSetting|HostTime|HostClock|Tally|IdSequence|RuleBooks?|RuleKeeper|TaskNews"
              + "|TaskLedger|TaskEnd|RunVariant|RunningCommands|CommandUse|CommandBrief|BoundCommands|InstanceBirth"
              + "|KnownInstances|AnsweredCall|AnswerWriter|LostAnswers|ServerSetup|SignedText|KeptAuthority"
              + "|NewCertificate|YamlText|ControlGuard|RefusedException|furnish|goOnWith|goOnAsBefore|whileKept"
              + "|Batcher|ApiCall|ApiAnswer|CallObserver|ErrorTexts|OwnBeans|StoredRevisions|WebPages|TenantGate"
              + "|Resettable|Snapshotable|TravelCancelledException|ScheduleProperties|ClockProperties"
              + "|mostFires|namesRows|mayBecome|leadsTo|(MOST|LONGEST|GREATEST|LEAST|FARTHEST|DEEPEST)(_[A-Z_]+)?)\\b");

  private static final Pattern PHRASES =
      Pattern.compile(
          "\\b((?<![\"'])[Nn]obody|[Ss]omebody|[Ww]hoever|how-manieth|in(to)? being|from the first(?=[ ]*([.,;)]|$))"
              + "|[Ww]hat becomes of|[Cc][oa]mes? about|stands? still)\\b");

  private static Stream<Path> files() {
    List<Path> roots =
        Stream.of("src", "docs", "clients", "README.md", "INVARIANTS.md", "CONTRIBUTING.md")
            .map(Path::of)
            .toList();
    return roots.stream().flatMap(VocabularyTest::below).filter(VocabularyTest::isText);
  }

  private static Stream<Path> below(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isText(Path file) {
    return Stream.of(".java", ".md", ".yaml").anyMatch(file.toString()::endsWith)
        && !file.endsWith("VocabularyTest.java");
  }

  @Test
  void standardTermsAreUsed() {
    assertThat(files().flatMap(VocabularyTest::formerTerms)).isEmpty();
  }

  private static Stream<String> formerTerms(Path file) {
    List<String> lines = lines(file);
    return IntStream.range(0, lines.size())
        .filter(i -> NAMES.matcher(lines.get(i)).find() || PHRASES.matcher(lines.get(i)).find())
        .mapToObj(i -> String.format(Locale.ROOT, "%s:%d: %s", file, i + 1, lines.get(i)));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
