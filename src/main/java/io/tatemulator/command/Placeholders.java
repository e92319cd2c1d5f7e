package io.tatemulator.command;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The placeholders of a script: <code>{{key}}</code>, and <code>{{tat-hidden:key}}</code> for
 * values that may run but must not be shown.
 */
public final class Placeholders {
  /**
   * The most characters of a script whose placeholders are filled: some thousand placeholders with
   * long values would make half a gigabyte of a small script.
   */
  public static final long MOST_FILLED = 1 << 20;

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{(tat-hidden:)?([a-zA-Z0-9_-]+)}}");
  private static final String MASK = "******";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Placeholders() {}

  /** Whether a script in Base64, once filled, has a size that can be run. */
  public static boolean canBeFilled(String content, Map<String, String> values) {
    String script = decoded(content);
    long length = script.length();
    for (Matcher found = PLACEHOLDER.matcher(script); found.find(); ) {
      String value = values.get(found.group(2));
      length += value == null ? 0 : value.length();
    }
    return length <= MOST_FILLED;
  }

  /**
   * A script in Base64 with every placeholder replaced that has a value, in one pass; the others
   * stay as they are. Whatever its encoding is, its own bytes stay as they are; the values come in
   * UTF-8.
   *
   * @return empty when it would have more than {@link #MOST_FILLED} characters
   */
  public static Optional<String> fillContent(String content, Map<String, String> values) {
    return canBeFilled(content, values) ? Optional.of(filled(content, values)) : Optional.empty();
  }

  private static String filled(String content, Map<String, String> values) {
    // One character for each byte, so that no byte is lost on the way.
    String script = new String(Base64.getDecoder().decode(content), StandardCharsets.ISO_8859_1);
    Map<String, String> bytes = new LinkedHashMap<>(values);
    bytes.replaceAll(
        (key, value) ->
            new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    return Base64.getEncoder()
        .encodeToString(fill(script, bytes).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The same as it may be shown: hidden placeholders get a mask. */
  public static Optional<String> fillContentVisibly(String content, Map<String, String> values) {
    return fillContent(content, mask(content, values));
  }

  /**
   * Values as they may be shown: those of hidden placeholders are masked, and a text in which there
   * are none is shown as it was given.
   *
   * @param content the script that the values are for, in Base64
   * @param json the values' own text
   */
  public static String show(String content, String json, Map<String, String> values) {
    Map<String, String> shown = mask(content, values);
    return shown.equals(values) ? json : MAPPER.writeValueAsString(shown);
  }

  private static String fill(String script, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(script)
        .replaceAll(
            match -> {
              String value = values.get(match.group(2));
              return Matcher.quoteReplacement(value == null ? match.group() : value);
            });
  }

  private static Map<String, String> mask(String content, Map<String, String> values) {
    String script = decoded(content);
    Set<String> hidden = new TreeSet<>();
    PLACEHOLDER
        .matcher(script)
        .results()
        .filter(m -> m.group(1) != null)
        .map(Placeholders::key)
        .forEach(hidden::add);
    Map<String, String> shown = new LinkedHashMap<>(values);
    shown.replaceAll((key, value) -> hidden.contains(key) ? MASK : value);
    return shown;
  }

  private static String key(MatchResult placeholder) {
    return placeholder.group(2);
  }

  private static String decoded(String content) {
    return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
  }
}
