package io.tatemulator.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class TomcatCustomizerTest {
  /** Before JDK 24 a virtual thread that waits in a synchronized block holds a platform thread. */
  @Test
  void handlesRequestsOnVirtualThreadsFromJdk24On() {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
    int before = factory.getProtocolHandlerCustomizers().size();

    new TomcatCustomizer().customize(factory);

    assertThat(factory.getProtocolHandlerCustomizers().size() > before)
        .isEqualTo(Runtime.version().feature() >= 24);
  }
}
