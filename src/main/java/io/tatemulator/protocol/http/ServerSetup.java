package io.tatemulator.protocol.http;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Configures the server: it takes a Host header with a scheme in it, loses answers on request,
 * gives its own errors a JSON body, and handles requests on virtual threads where the JVM runs them
 * well.
 *
 * <p>Spring Boot's own switch for virtual threads is decided when the build generates the bean
 * definitions, on the JDK of the build.
 */
@Component
@Order(0) // Before HttpsListener, which copies these customizers to its own connector.
final class ServerSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  /** The release since which a virtual thread that holds a monitor blocks no platform thread. */
  private static final int VIRTUAL_THREADS_SINCE = 24;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (Runtime.version().feature() >= VIRTUAL_THREADS_SINCE) {
      factory.addProtocolHandlerCustomizers(
          handler -> handler.setExecutor(new VirtualThreadExecutor("tomcat-handler-")));
    }
    factory.setProtocol(SchemeInHostProtocol.class.getName());
    factory.addEngineValves(new LostAnswers());
    factory.addContextCustomizers(
        context ->
            ((StandardHost) context.getParent())
                .setErrorReportValveClass(JsonErrorReport.class.getName()));
  }
}
