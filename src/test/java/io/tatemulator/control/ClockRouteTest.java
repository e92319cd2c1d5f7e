package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Control;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

class ClockRouteTest extends AcceptanceTest {
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "PUT | clock | {} | mode",
        "PUT | clock | {'mode': 'fast'} | mode",
        "PUT | clock | {'mode': 'real', 'now': '2021-08-31T15:59:00Z'} | real",
        "PUT | clock | {'mode': 'frozen', 'offset': 'PT1H'} | frozen",
        "PUT | clock | {'mode': 'frozen', 'now': 'soon'} | times",
        "PUT | clock | [ | JSON",
        "POST | clock/advance | {} | by",
        "POST | clock/advance | {'by': 'PT1H', 'to': '2031-08-31T15:59:00Z'} | by",
        "POST | clock/advance | {'by': 'an hour'} | durations"
      })
  void saysWhatItDoesNotUnderstand(String method, String path, String body, String named) {
    Control.Reply refused = new Control(port).call(method, path, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).contains(named);
  }
}
