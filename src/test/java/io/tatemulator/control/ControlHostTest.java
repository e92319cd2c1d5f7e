package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The names under which the control API answers: a page whose own name has been made to point at
 * this machine is of the same origin for its browser.
 */
class ControlHostTest extends ControlTest {
  @Override
  protected String[] settings() {
    return new String[] {
      "--tat.storage=memory", "--tat.control.allowed-hosts=emulator.corp.test,*.ci.test"
    };
  }

  private String ask(String line, String host) {
    return new RawHttp(control.port())
        .exchange(line + "\r\n" + host + "Connection: close\r\nContent-Length: 0\r\n\r\n");
  }

  private String clock(String host) {
    return ask("GET /_tat/clock HTTP/1.1", "Host: " + host + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1:8080",
        "192.168.1.20",
        "[::1]:8080",
        "[fe80::1]",
        "tat-emulator:8080",
        "tat.localhost:8080",
        "host.docker.internal:8080",
        "tat.tencentcloudapi.com",
        "http://localhost:8080",
        "emulator.corp.test",
        "Job-7.ci.test:80"
      })
  void answersNamesThatNoPageCanHaveAndThoseOfTheSettings(String host) {
    assertThat(clock(host)).startsWith("HTTP/1.1 200");
  }

  @Test
  void answersClientsThatSendNoName() {
    assertThat(ask("GET /_tat/clock HTTP/1.0", "")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.test",
        "evil.test:8080",
        "evil.test.",
        "127.0.0.1.evil.test",
        "localhost.evil.test",
        "ci.test",
        "other.corp.test",
        "1.2.3.4.5",
        "http://evil.test"
      })
  void refusesAnyOther(String host) {
    String name = host.replaceAll("^http://|:\\d+$", "");

    assertThat(clock(host))
        .startsWith("HTTP/1.1 403")
        .contains(
            "the control API does not allow the host "
                + name
                + "; add it to tat.control.allowed-hosts");
  }

  @Test
  void refusesChangesOfAPageThatHasSuchAName() {
    control.freeze("2021-08-31T15:59:00Z");

    String refused =
        ask("POST /_tat/reset HTTP/1.1", "Host: evil.test\r\nOrigin: http://evil.test\r\n");

    assertThat(refused).startsWith("HTTP/1.1 403");
    assertThat(control.now()).hasToString("2021-08-31T15:59:00Z");
  }
}
