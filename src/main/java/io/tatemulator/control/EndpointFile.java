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
 * check read it there, since the port comes from the command line, the environment, a file or, with
 * 0, from the system.
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
    WebServer listening = context.getWebServer();
    if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC && listening != null) {
      write(file, "http://" + host() + ":" + listening.getPort() + "\n");
      written = true;
    } else if (written) {
      // Never after a failed start: the file may be that of an emulator that runs.
      delete(file);
      written = false;
    }
  }

  /**
   * An address that a client on this machine can connect to, which a wildcard is not everywhere.
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
      // A reader that waits for the file must never see it empty.
      Path complete = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), url);
      Files.move(complete, file, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CannotStartException(
          "the file " + file + " cannot be written; choose another with --tat.endpoint-file", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The file {} cannot be deleted: {}", file, e.toString());
    }
  }
}
