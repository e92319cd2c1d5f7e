package io.tatemulator.control;

import io.tatemulator.storage.StorageSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in one line that the emulator is ready, and where. */
@Component
final class Greeting {
  private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

  private final StorageSettings storage;

  Greeting(StorageSettings storage) {
    this.storage = storage;
  }

  @EventListener
  void greet(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      LOG.info(
          "TAT answers on http://{}:{}/, state in {}",
          event.getApplicationContext().getEnvironment().getProperty("server.address"),
          web.getWebServer().getPort(),
          storage.storage() == StorageSettings.Kind.FILE ? storage.dataDir() : "memory");
    }
  }
}
