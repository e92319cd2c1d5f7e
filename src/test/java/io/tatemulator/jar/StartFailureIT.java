package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.RunningJar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureIT {
  @TempDir private Path directory;
  private RunningJar.Launch launch;

  @BeforeEach
  void prepare() {
    launch = RunningJar.in(directory);
  }

  @Test
  void aFolderInUseIsToldInOneLineAndItsUserGoesOn() {
    try (RunningJar first = launch.ready()) {
      checkRefusal(
          RunningJar.in(directory),
          "the data folder "
              + directory.resolve("tat-data")
              + " is in use by another process; stop it or choose another with --tat.data-dir");
      assertThat(first.api().call("DescribeCommands", "{}").code()).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToIsToldInOneLine() throws IOException {
    // Below a regular file, since permissions do not bind root.
    Path file = Files.createFile(directory.resolve("file"));
    Path folder = file.resolve("data");

    checkRefusal(
        launch.with("tat.data-dir", folder.toString()),
        "the data folder " + folder + " cannot be written to; choose another with --tat.data-dir");
  }

  @Test
  void aTakenPortIsToldInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      checkRefusal(
          launch.with("tat.storage", "memory").with("server.port", Integer.toString(port)),
          "port "
              + port
              + " is in use by another process; stop it or choose another with --server.port");
    }
  }

  @Test
  void aTakenPortForHttpsIsToldInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      checkRefusal(
          launch.with("tat.storage", "memory").with("tat.tls.port", Integer.toString(port)),
          "port "
              + port
              + " cannot be listened on; it may be in use by another process, or reserved;"
              + " choose another with --server.port or --tat.tls.port");
    }
  }

  @Test
  void aCertificateThatCannotBeReadIsToldInOneLine() throws IOException {
    Path file = Files.writeString(directory.resolve("server.pem"), "no certificate");

    checkRefusal(
        launch
            .with("tat.tls.port", "0")
            .with("tat.tls.certificate", file.toString())
            .with("tat.tls.private-key", file.toString()),
        "no certificate in PEM can be read from " + file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed: many | this cannot be seed",
        "invokers: [{Name: a}] | The request is missing a required parameter `Type`."
      })
  void aFileOfFixturesThatIsWrongIsToldInOneLine(String yaml, String told) throws IOException {
    Path file = Files.writeString(directory.resolve("fixtures.yaml"), yaml);

    checkRefusal(
        launch.with("tat.fixtures", file.toString()),
        "the file of fixtures " + file + " is wrong in line 1: " + told);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "tat.storage, foo, the setting tat.storage cannot be 'foo'; it is one of file%c memory",
        "tat.schedule.grace, soon,"
            + " the setting tat.schedule.grace cannot be 'soon'; 'soon' is not a valid duration",
        "tat.tls.certificate, server.pem, the settings of tat.tls do not go together;"
            + " certificate and private-key come together or not at all",
        "tat.credentials, AKIDX:a-secret,"
            + " the setting tat.credentials cannot be '******'; it consists of settings of its own",
        "tat.credentials[0].secret-id, AKIDX, the settings of tat.credentials[0] do not go together;"
            + " a key pair has a secret-id and a secret-key",
        "server.port, 99999,"
            + " it cannot listen where --server.address and --server.port say:"
            + " port out of range:99999"
      })
  void aSettingThatCannotBeIsToldInOneLine(String setting, String value, String told) {
    checkRefusal(
        launch.with("tat.storage", "memory").with(setting, value), told.replace("%c", ","));
  }

  private static void checkRefusal(RunningJar.Launch launch, String told) {
    try (RunningJar jar = launch.started()) {
      assertThat(jar.exitCode()).isEqualTo(1);
      assertThat(jar.output().lines()).containsExactly("tat-emulator cannot start: " + told);
    }
  }
}
