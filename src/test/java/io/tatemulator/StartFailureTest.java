package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

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
@ExtendWith(OwnOutputExtension.class)
class StartFailureTest {
  @TempDir private Path directory;

  @Test
  void aFolderThatCannotBeWrittenToIsToldInOneLine(CapturedOutput output) throws IOException {
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
  void aTakenPortIsToldInOneLine(CapturedOutput output) throws IOException {
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
  void aTakenPortForHttpsIsToldInOneLine(CapturedOutput output) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      checkRefusal(
          output,
          "port "
              + port
              + " cannot be listened on; it may be in use by another process, or reserved;"
              + " choose another with --server.port or --tat.tls.port",
          "tat.tls.port=" + port);
    }
  }

  @Test
  void aCertificateThatCannotBeReadIsToldInOneLine(CapturedOutput output) throws IOException {
    Path file = Files.writeString(directory.resolve("server.pem"), "no certificate");

    checkRefusal(
        output,
        "no certificate in PEM can be read from " + file,
        "tat.tls.port=0",
        "tat.tls.certificate=" + file,
        "tat.tls.private-key=" + file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed: many | this cannot be seed",
        "invokers: [{Name: a}] | The request is missing a required parameter `Type`."
      })
  void aFileOfFixturesThatIsWrongIsToldInOneLine(String yaml, String told, CapturedOutput output)
      throws IOException {
    Path file = Files.writeString(directory.resolve("fixtures.yaml"), yaml);

    checkRefusal(
        output,
        "the file of fixtures " + file + " is wrong in line 1: " + told,
        "tat.fixtures=" + file);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "tat.storage, foo, the setting tat.storage cannot be 'foo'; it is one of file%c memory"
            + " (argument --tat.storage)",
        "tat.schedule.grace, soon,"
            + " the setting tat.schedule.grace cannot be 'soon'; 'soon' is not a valid duration"
            + " (argument --tat.schedule.grace)",
        "tat.journal.calls, many, the setting tat.journal.calls cannot be 'many';"
            + " it is a whole number (argument --tat.journal.calls)",
        "tat.tls.certificate, server.pem, the settings of tat.tls do not go together;"
            + " certificate and private-key come together or not at all",
        "tat.credentials, AKIDX:a-secret,"
            + " the setting tat.credentials cannot be '******'; it consists of settings of its own"
            + " (argument --tat.credentials)",
        "tat.credentials[0].secret-id, AKIDX, the settings of tat.credentials[0] do not go together;"
            + " a key pair has a secret-id and a secret-key"
      })
  void aSettingThatCannotBeIsToldInOneLine(
      String setting, String value, String told, CapturedOutput output) {
    checkRefusal(output, told.replace("%c", ","), setting + "=" + value);
  }

  @ParameterizedTest
  @CsvSource({
    "tat.journal.size, -1B, it is at least 0B",
    "tat.journal.calls, -5, it is at least 0",
    "tat.requests-per-second, -1, it is at least 0",
    "tat.snapshot.max-size, 0B, it is at least 1B",
    "tat.clock.most-fires, -1, it is at least 1",
    "tat.clock.most-fires, 0, it is at least 1",
    "tat.retention, 0s, it is more than 0s",
    "tat.schedule.grace, -1m, it is from 0s to 3650d",
    "tat.schedule.grace, 3651d, it is from 0s to 3650d",
    "tat.execution.simulated.duration, -5s, it is from 0s to 3650d",
    "tat.execution.simulated.duration, 3651d, it is from 0s to 3650d",
    "tat.tls.port, 65536, it is from 0 to 65535",
    "tat.tls.port, -1, it is from 0 to 65535",
    "server.port, -1, it is from 0 to 65535",
    "server.port, 99999, it is from 0 to 65535",
    "tat.tls.names, a b, each is a host name or an address",
    "tat.data-dir, /tmp/a;b, H2 would take what follows the ; for settings of its own"
  })
  void aValueThatCannotBeIsToldInOneLine(
      String setting, String value, String told, CapturedOutput output) {
    checkRefusal(
        output,
        "the setting %s cannot be '%s'; %s (argument --%s)"
            .formatted(setting, value, told, setting),
        "tat.storage=file",
        "tat.data-dir=" + directory.resolve("data"),
        setting + "=" + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tat.fidelty=strict | there is no setting tat.fidelty (argument --tat.fidelty);"
            + " did you mean tat.fidelity?",
        "tat.control.enable=false | there is no setting tat.control.enable"
            + " (argument --tat.control.enable); did you mean tat.control.enabled?",
        "tat.credentials[1].secretid2=x | there is no setting tat.credentials[1].secretid2"
            + " (argument --tat.credentials[1].secretid2);"
            + " did you mean tat.credentials[1].secret-id?",
        "tat.nothing.of.this.kind=1 | there is no setting tat.nothing.of.this.kind"
            + " (argument --tat.nothing.of.this.kind); README.md lists all settings",
        "storage=memory | there is no setting storage (argument --storage);"
            + " did you mean tat.storage?"
      })
  void aSettingThatThereIsNotIsToldInOneLine(String setting, String told, CapturedOutput output) {
    checkRefusal(output, told, setting);
  }

  @Test
  void aValueInAFileIsToldWithItsLine(CapturedOutput output) throws IOException {
    Path file = Files.writeString(directory.resolve("more.properties"), "tat.journal.size=-1B\n");

    checkRefusal(
        output,
        "the setting tat.journal.size cannot be '-1B'; it is at least 0B (file %s line 1)"
            .formatted(file),
        "spring.config.additional-location=file:" + file);
  }

  private static void checkRefusal(CapturedOutput output, String told, String... settings) {
    assertThat(catchThrowable(() -> TatEmulator.start(settings))).isNotNull();
    assertThat(output.getAll().lines()).containsExactly("tat-emulator cannot start: " + told);
  }
}
