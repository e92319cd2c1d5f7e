package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.testing.OnlyOnH2;
import io.tatemulator.testing.RunningJar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnlyOnH2
class StartIT {
  private static final int TIMEOUT_MILLIS = 2_000;

  @TempDir private static Path workplace;
  private static Path folder;
  private static RunningJar jar;

  @BeforeAll
  static void start() {
    folder = workplace.resolve("elsewhere");
    jar = RunningJar.in(workplace).environment("TAT_DATA_DIR", folder.toString()).ready();
  }

  @AfterAll
  static void stop() {
    if (jar != null) {
      jar.close();
    }
  }

  @Test
  void theEnvironmentChoosesTheDataFolder() {
    assertThat(jar.output()).contains("state in " + folder);
    assertThat(workplace).isDirectoryContaining(path -> path.equals(folder));
    assertThat(workplace.resolve("tat-data")).doesNotExist();
    assertThat(folder.resolve("tat.mv.db")).isNotEmptyFile();
  }

  @Test
  void onlyTheLoopbackAddressRespondsByDefault() throws IOException {
    connect("127.0.0.1", jar.port());
    for (String address : otherAddresses()) {
      assertThatThrownBy(() -> connect(address, jar.port()))
          .as(address)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFolderInUseIsReportedInOneLineAndItsProcessContinues() {
    checkRefusal(
        RunningJar.in(workplace).with("tat.data-dir", folder.toString()),
        "the data folder "
            + folder
            + " is in use by another process; stop it or choose another with --tat.data-dir");
    assertThat(jar.api().call("DescribeCommands", "{}").code()).isEmpty();
  }

  @Test
  void anInvalidSettingIsReportedInOneLine() {
    checkRefusal(
        RunningJar.in(workplace).with("tat.storage", "foo"),
        "invalid value 'foo' for the setting tat.storage: expected one of file, memory, postgres"
            + " (argument --tat.storage)");
  }

  @Test
  void anUnknownVariableIsReportedInOneLine() {
    checkRefusal(
        RunningJar.in(workplace).environment("TAT_FIDELTY", "strict"),
        "unknown setting TAT_FIDELTY (environment variable TAT_FIDELTY);"
            + " did you mean TAT_FIDELITY?");
  }

  private static void checkRefusal(RunningJar.Launch launch, String told) {
    try (RunningJar refused = launch.started()) {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.output().lines()).containsExactly("tat-emulator cannot start: " + told);
    }
  }

  private static void connect(String address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
    }
  }

  /** This host's other addresses. On Linux the second one of loopback is always among them. */
  private static List<String> otherAddresses() throws IOException {
    return Stream.concat(
            Stream.of("127.0.0.2"),
            NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress))
        .toList();
  }
}
