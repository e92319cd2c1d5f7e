package io.tatemulator.control;

import io.tatemulator.persistence.OpenDatabase;
import io.tatemulator.tls.HttpsListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs in one line that the emulator is ready, with its URLs. */
@Component
final class StartupLogger {
  private static final Logger LOG = LoggerFactory.getLogger(StartupLogger.class);

  private final OpenDatabase database;
  private final HttpsListener https;

  StartupLogger(OpenDatabase database, HttpsListener https) {
    this.database = database;
    this.https = https;
  }

  @EventListener
  void logReady(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      String host = event.getApplicationContext().getEnvironment().getProperty("server.address");
      String secure =
          https.port().isPresent()
              ? " and https://" + host + ":" + https.port().getAsInt() + "/"
              : "";
      LOG.info(
          "TAT answers on http://{}:{}/{}, state in {}",
          host,
          web.getWebServer().getPort(),
          secure,
          database.name());
    }
  }
}
