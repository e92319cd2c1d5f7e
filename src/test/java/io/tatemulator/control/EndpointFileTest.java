package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class EndpointFileTest {
  @TempDir private Path folder;

  @Test
  void holdsTheUrlWhileTheEmulatorIsReady() {
    Path file = folder.resolve("endpoint");

    try (RunningEmulator emulator = TatEmulator.start("tat.endpoint-file=" + file)) {
      assertThat(file).hasContent(emulator.endpoint() + "\n");
      assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatCannotBeWrittenEndsTheStart() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder")).resolve("endpoint");

    assertThatThrownBy(() -> TatEmulator.start("tat.endpoint-file=" + file))
        .isInstanceOf(CannotStartException.class)
        .hasMessage("the file %s cannot be written; choose another with --tat.endpoint-file", file);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, http://127.0.0.1:9090",
    "::, http://127.0.0.1:9090",
    "192.0.2.7, http://192.0.2.7:9090",
    "2001:db8::7, http://[2001:db8:0:0:0:0:0:7]:9090"
  })
  void namesAnAddressThatCanBeConnectedTo(String address, String url) throws IOException {
    Path file = folder.resolve("endpoint");
    ServerProperties server = new ServerProperties();
    server.setAddress(InetAddress.getByName(address));

    new EndpointFile(new EndpointSettings(file), server)
        .onReadinessChange(change(ReadinessState.ACCEPTING_TRAFFIC));

    assertThat(file).hasContent(url + "\n");
  }

  @Test
  void replacesWhatAKilledProcessLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("endpoint"), "http://127.0.0.1:1\n");

    new EndpointFile(new EndpointSettings(file), new ServerProperties())
        .onReadinessChange(change(ReadinessState.ACCEPTING_TRAFFIC));

    assertThat(file).hasContent("http://127.0.0.1:9090\n");
  }

  @Test
  void aFailedStartLeavesTheFileOfAnotherEmulator() throws IOException {
    Path file = Files.writeString(folder.resolve("endpoint"), "http://127.0.0.1:1\n");

    new EndpointFile(new EndpointSettings(file), new ServerProperties())
        .onReadinessChange(change(ReadinessState.REFUSING_TRAFFIC));

    assertThat(file).hasContent("http://127.0.0.1:1\n");
  }

  private static AvailabilityChangeEvent<ReadinessState> change(ReadinessState state) {
    WebServer server = mock();
    when(server.getPort()).thenReturn(9090);
    WebServerApplicationContext context = mock();
    when(context.getWebServer()).thenReturn(server);
    return new AvailabilityChangeEvent<>(context, state);
  }
}
