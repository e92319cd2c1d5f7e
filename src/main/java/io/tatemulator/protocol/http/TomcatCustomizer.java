package io.tatemulator.protocol.http;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Configures the server: it accepts a Host header with a scheme, can drop responses, writes its own
 * errors as JSON, and handles requests on virtual threads where the JVM runs them well.
 *
 * <p>Spring Boot's own switch for virtual threads is evaluated when the build generates the bean
 * definitions, on the JDK of the build.
 */
@Component
@Order(0) // Before HttpsListener, which copies these customizers to its own connector.
final class TomcatCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  /** The first release whose virtual threads do not block a platform thread in a monitor. */
  private static final int MIN_VIRTUAL_THREADS_RELEASE = 24;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (Runtime.version().feature() >= MIN_VIRTUAL_THREADS_RELEASE) {
      factory.addProtocolHandlerCustomizers(
          handler -> handler.setExecutor(new VirtualThreadExecutor("tomcat-handler-")));
    }
    factory.setProtocol(SchemeInHostProtocol.class.getName());
    factory.addEngineValves(new ConnectionDropValve());
    factory.addContextCustomizers(
        context ->
            ((StandardHost) context.getParent())
                .setErrorReportValveClass(JsonErrorReport.class.getName()));
  }
}
