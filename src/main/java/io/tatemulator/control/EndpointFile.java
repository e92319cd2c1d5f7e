package io.tatemulator.control;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the emulator's URL in a file while the emulator is ready. Scripts and the image's health
 * check read it from there, since the port comes from the command line, the environment, a file or,
 * with 0, the system.
 */
@Component
final class EndpointFile {
  private static final Logger LOG = LoggerFactory.getLogger(EndpointFile.class);

  private final EndpointSettings settings;
  private final ServerProperties server;
  private volatile boolean written;

  EndpointFile(EndpointSettings settings, ServerProperties server) {
    this.settings = settings;
    this.server = server;
  }

  @EventListener
  void onReadinessChange(AvailabilityChangeEvent<ReadinessState> event) {
    Path file = settings.endpointFile();
    if (file == null || !(event.getSource() instanceof WebServerApplicationContext context)) {
      return;
    }
    WebServer webServer = context.getWebServer();
    if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC && webServer != null) {
      write(file, "http://" + host() + ":" + webServer.getPort() + "\n");
      written = true;
    } else if (written) {
      // Never after a failed start: the file may belong to a running emulator.
      delete(file);
      written = false;
    }
  }

  /**
   * Returns an address that a local client can connect to, which a wildcard is not on every system.
   */
  private String host() {
    InetAddress address = server.getAddress();
    if (address == null || address.isAnyLocalAddress()) {
      return "127.0.0.1";
    }
    String host = address.getHostAddress();
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static void write(Path file, String url) {
    try {
      // Atomic, so that a reader that polls for the file never sees it empty.
      Path temporary = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), url);
      Files.move(temporary, file, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CannotStartException(
          "the file " + file + " cannot be written; choose another with --tat.endpoint-file", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Cannot delete the endpoint file {}: {}", file, e.toString());
    }
  }
}
