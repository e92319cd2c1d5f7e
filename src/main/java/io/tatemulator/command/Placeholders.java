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
 * values that scripts use but responses mask.
 */
public final class Placeholders {
  /**
   * The maximum number of characters of a filled script: some thousand placeholders with long
   * values would expand a small script to half a gigabyte.
   */
  public static final long MAX_FILLED_SIZE = 1 << 20;

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{(tat-hidden:)?([a-zA-Z0-9_-]+)}}");
  private static final String MASK = "******";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Placeholders() {}

  /** Returns whether a script in Base64, once filled, has an acceptable size. */
  public static boolean fitsWhenFilled(String content, Map<String, String> values) {
    String script = decoded(content);
    long length = script.length();
    for (Matcher found = PLACEHOLDER.matcher(script); found.find(); ) {
      String value = values.get(found.group(2));
      length += value == null ? 0 : value.length();
    }
    return length <= MAX_FILLED_SIZE;
  }

  /**
   * Replaces every placeholder that has a value in a script in Base64, in one pass; the others stay
   * unchanged. The script's own bytes stay unchanged in any encoding; the values are in UTF-8.
   *
   * @return the filled script in Base64; empty when it has more than {@link #MAX_FILLED_SIZE}
   *     characters
   */
  public static Optional<String> fillContent(String content, Map<String, String> values) {
    return fitsWhenFilled(content, values)
        ? Optional.of(filled(content, values))
        : Optional.empty();
  }

  private static String filled(String content, Map<String, String> values) {
    // One character for each byte, so that the conversion loses no byte.
    String script = new String(Base64.getDecoder().decode(content), StandardCharsets.ISO_8859_1);
    Map<String, String> bytes = new LinkedHashMap<>(values);
    bytes.replaceAll(
        (key, value) ->
            new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    return Base64.getEncoder()
        .encodeToString(fill(script, bytes).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Fills a script like {@link #fillContent}, but with a mask for hidden placeholders. */
  public static Optional<String> fillContentMasked(String content, Map<String, String> values) {
    return fillContent(content, mask(content, values));
  }

  /**
   * Returns the values for display: those of hidden placeholders are masked; without any, the text
   * is unchanged.
   *
   * @param content the script that the values are for, in Base64
   * @param json the values' original text
   */
  public static String maskValues(String content, String json, Map<String, String> values) {
    Map<String, String> masked = mask(content, values);
    return masked.equals(values) ? json : MAPPER.writeValueAsString(masked);
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
    Map<String, String> masked = new LinkedHashMap<>(values);
    masked.replaceAll((key, value) -> hidden.contains(key) ? MASK : value);
    return masked;
  }

  private static String key(MatchResult placeholder) {
    return placeholder.group(2);
  }

  private static String decoded(String content) {
    return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
  }
}
