package io.tatemulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
  private static final Map<String, String> VALUES = Map.of("a", "1", "b-_9", "2", "s", "secret");

  private static String encode(String script) {
    return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String content) {
    return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
  }

  private static String fill(String script, Map<String, String> values) {
    return decode(Placeholders.fillContent(encode(script), values).orElseThrow());
  }

  private static String fillVisibly(String script, Map<String, String> values) {
    return decode(Placeholders.fillContentMasked(encode(script), values).orElseThrow());
  }

  @Test
  void areReplacedByTheirValues() {
    assertThat(fill("{{a}}x{{a}}{{b-_9}}", VALUES)).isEqualTo("1x12");
    assertThat(fill("{{tat-hidden:s}} {{s}}", VALUES)).isEqualTo("secret secret");
  }

  @Test
  void stayWithoutAValueAsInThePublishedExample() {
    assertThat(fill("ls {{a}}\necho {{b}} {{c}}", Map.of("a", "123")))
        .isEqualTo("ls 123\necho {{b}} {{c}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ a }}",
        "{{a }}",
        "{a}",
        "{{}}",
        "{{a.b}}",
        "{{A}}",
        "{{tat-hidden:}}",
        "{{hidden:a}}"
      })
  void areSpelledExactly(String script) {
    assertThat(fill(script, VALUES)).isEqualTo(script);
  }

  @Test
  void areReplacedOnceAndLiterally() {
    Map<String, String> tricky = Map.of("a", "{{b}}", "b", "$1\\0", "c", "");

    assertThat(fill("{{a}}{{b}}{{c}}", tricky)).isEqualTo("{{b}}$1\\0");
    assertThat(fill("{{{a}}}", VALUES)).isEqualTo("{1}");
  }

  @Test
  void areMaskedEverywhereWhenTheyAreHiddenOnce() {
    assertThat(fillVisibly("{{s}} {{tat-hidden:s}} {{a}}", VALUES)).isEqualTo("****** ****** 1");
    assertThat(fillVisibly("{{s}}", VALUES)).isEqualTo("secret");
    assertThat(fillVisibly("{{tat-hidden:none}}", VALUES)).isEqualTo("{{tat-hidden:none}}");
  }

  @Test
  void showTheirValuesMaskedInTheOrderGiven() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("word", "secret");
    values.put("a", "\"1\"");

    String given = "{\"word\" : \"secret\", \"a\": \"\\\"1\\\"\"}";

    assertThat(Placeholders.maskValues(encode("{{tat-hidden:word}}"), given, values))
        .isEqualTo("{\"word\":\"******\",\"a\":\"\\\"1\\\"\"}");
    assertThat(Placeholders.maskValues(encode("{{word}}"), given, values)).isEqualTo(given);
    assertThat(Placeholders.maskValues(encode("{{tat-hidden:word}}"), "", Map.of())).isEmpty();
  }

  @Test
  void keepsEveryByteOfAScript() {
    byte[] script = {(byte) 0xD6, (byte) 0xD0, '{', '{', 'a', '}', '}', (byte) 0xFF};
    String content = Base64.getEncoder().encodeToString(script);

    String filled = Placeholders.fillContent(content, Map.of("a", "变")).orElseThrow();

    assertThat(Base64.getDecoder().decode(filled))
        .containsExactly(0xD6, 0xD0, 0xE5, 0x8F, 0x98, 0xFF);
  }
}
