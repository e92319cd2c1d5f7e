package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tatemulator.testing.IndependentOfStorage;
import io.tatemulator.testing.OwnOutputExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;

/** What a start that fails writes. That the process then ends is up to {@code StartIT}. */
@IndependentOfStorage
@ExtendWith(OwnOutputExtension.class)
class StartFailureTest {
  /** Logback's line when a thread of a start that has failed logs after logging has ended. */
  private static final String NO_APPENDERS = "No appenders present in context";

  @TempDir private Path directory;

  @Test
  void anUnwritableFolderIsReportedInOneLine(CapturedOutput output) throws IOException {
    // Below a regular file, since permissions do not bind root.
    Path file = Files.createFile(directory.resolve("file"));
    Path folder = file.resolve("data");

    checkRefusal(
        output,
        "the data folder " + folder + " cannot be written to; choose another with --tat.data-dir",
        "tat.storage=file",
        "tat.data-dir=" + folder);
  }

  @Test
  void aPortInUseIsReportedInOneLine(CapturedOutput output) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      checkRefusal(
          output,
          "port "
              + port
              + " is in use by another process; stop it or choose another with --server.port",
          "server.port=" + port);
    }
  }

  @Test
  void anHttpsPortInUseIsReportedInOneLine(CapturedOutput output) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      checkRefusal(
          output,
          "port "
              + port
              + " cannot be bound; it may be in use by another process, or reserved;"
              + " choose another with --server.port or --tat.tls.port",
          "tat.tls.port=" + port);
    }
  }

  @Test
  void anUnreadableCertificateIsReportedInOneLine(CapturedOutput output) throws IOException {
    Path file = Files.writeString(directory.resolve("server.pem"), "no certificate");

    checkRefusal(
        output,
        "cannot read a PEM certificate from " + file,
        "tat.tls.port=0",
        "tat.tls.certificate=" + file,
        "tat.tls.private-key=" + file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed: many | invalid value for `seed`: expected an integer",
        "invokers: [{Name: a}] | The request is missing a required parameter `Type`."
      })
  void anInvalidFixtureFileIsReportedInOneLine(String yaml, String told, CapturedOutput output)
      throws IOException {
    Path file = Files.writeString(directory.resolve("fixtures.yaml"), yaml);

    checkRefusal(
        output, "invalid fixture file " + file + ", line 1: " + told, "tat.fixtures=" + file);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "tat.storage, foo, invalid value 'foo' for the setting tat.storage: expected one of"
            + " file%c memory%c postgres (argument --tat.storage)",
        "tat.schedule.misfire-threshold, soon,"
            + " invalid value 'soon' for the setting tat.schedule.misfire-threshold:"
            + " expected a duration such as 90s or PT90S"
            + " (argument --tat.schedule.misfire-threshold)",
        "tat.journal.max-requests, many, invalid value 'many' for the setting"
            + " tat.journal.max-requests: expected a whole number (argument --tat.journal.max-requests)",
        "tat.journal.max-size, large, invalid value 'large' for the setting tat.journal.max-size:"
            + " expected a size such as 4MB (argument --tat.journal.max-size)",
        "tat.tls.certificate, server.pem, invalid settings in tat.tls:"
            + " certificate and private-key must be set together",
        "tat.credentials, AKIDX:a-secret,"
            + " invalid value '******' for the setting tat.credentials: expected nested settings"
            + " (argument --tat.credentials)",
        "tat.credentials[0].secret-id, AKIDX, invalid settings in tat.credentials[0]:"
            + " a key pair requires secret-id and secret-key"
      })
  void anInvalidSettingIsReportedInOneLine(
      String setting, String value, String told, CapturedOutput output) {
    checkRefusal(output, told.replace("%c", ","), setting + "=" + value);
  }

  @ParameterizedTest
  @CsvSource({
    "tat.journal.max-size, -1B, expected at least 0B",
    "tat.journal.max-requests, -5, expected at least 0",
    "tat.requests-per-second, -1, expected at least 0",
    "tat.snapshot.max-size, 0B, expected at least 1B",
    "tat.clock.max-fires, -1, expected at least 1",
    "tat.clock.max-fires, 0, expected at least 1",
    "tat.retention, 0s, expected more than 0s",
    "tat.schedule.misfire-threshold, -1m, expected 0s to 3650d",
    "tat.schedule.misfire-threshold, 3651d, expected 0s to 3650d",
    "tat.execution.simulated.duration, -5s, expected 0s to 3650d",
    "tat.execution.simulated.duration, 3651d, expected 0s to 3650d",
    "tat.tls.port, 65536, expected 0 to 65535",
    "tat.tls.port, -1, expected 0 to 65535",
    "server.port, -1, expected 0 to 65535",
    "server.port, 99999, expected 0 to 65535",
    "tat.tls.names, a b, expected host names or addresses without ports",
    "tat.data-dir, /tmp/a;b, expected a path without a ; since H2 would parse settings after it"
  })
  void anInvalidValueIsReportedInOneLine(
      String setting, String value, String told, CapturedOutput output) {
    checkRefusal(
        output,
        "invalid value '%s' for the setting %s: %s (argument --%s)"
            .formatted(value, setting, told, setting),
        "tat.storage=file",
        "tat.data-dir=" + directory.resolve("data"),
        setting + "=" + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tat.fidelty=strict | unknown setting tat.fidelty (argument --tat.fidelty);"
            + " did you mean tat.fidelity?",
        "tat.control.enable=false | unknown setting tat.control.enable"
            + " (argument --tat.control.enable); did you mean tat.control.enabled?",
        "tat.credentials[1].secretid2=x | unknown setting tat.credentials[1].secretid2"
            + " (argument --tat.credentials[1].secretid2);"
            + " did you mean tat.credentials[1].secret-id?",
        "tat.nothing.of.this.kind=1 | unknown setting tat.nothing.of.this.kind"
            + " (argument --tat.nothing.of.this.kind); docs/settings.md lists all settings",
        "storage=memory | unknown setting storage (argument --storage);"
            + " did you mean tat.storage?"
      })
  void anUnknownSettingIsReportedInOneLine(String setting, String told, CapturedOutput output) {
    checkRefusal(output, told, setting);
  }

  @Test
  void aValueInAFileIsReportedWithItsLine(CapturedOutput output) throws IOException {
    Path file =
        Files.writeString(directory.resolve("more.properties"), "tat.journal.max-size=-1B\n");

    checkRefusal(
        output,
        "invalid value '-1B' for the setting tat.journal.max-size:"
            + " expected at least 0B (file %s line 1)".formatted(file),
        "spring.config.additional-location=file:" + file);
  }

  private static void checkRefusal(CapturedOutput output, String told, String... settings) {
    assertThat(catchThrowable(() -> TatEmulator.start(settings))).isNotNull();
    assertThat(output.getAll().lines().filter(line -> !line.contains(NO_APPENDERS)))
        .containsExactly("tat-emulator cannot start: " + told);
  }
}
