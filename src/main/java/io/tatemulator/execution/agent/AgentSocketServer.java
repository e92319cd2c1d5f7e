package io.tatemulator.execution.agent;

import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Sets up the server's WebSockets only where agents use them, since every start and every request
 * pays for it.
 */
@Component
final class AgentSocketServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  /** The buffers of each connection. An agent sends no messages, and reads short ones. */
  private static final String BUFFER_BYTES = "512";

  private final AgentSettings settings;

  AgentSocketServer(AgentSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (settings.enabled()) {
      factory.addContextCustomizers(
          context -> {
            context.addServletContainerInitializer(new WsSci(), null);
            context.addParameter("org.apache.tomcat.websocket.textBufferSize", BUFFER_BYTES);
            context.addParameter("org.apache.tomcat.websocket.binaryBufferSize", BUFFER_BYTES);
          });
    }
  }
}
