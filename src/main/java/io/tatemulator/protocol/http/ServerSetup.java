package io.tatemulator.protocol.http;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has the server take a Host header with a scheme in it, and lose answers on request. */
@Component
final class ServerSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(SchemeInHostProtocol.class.getName());
    factory.addEngineValves(new LostAnswers());
  }
}
