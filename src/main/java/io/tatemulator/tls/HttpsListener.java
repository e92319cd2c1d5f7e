package io.tatemulator.tls;

import io.tatemulator.persistence.DataFolder;
import io.tatemulator.persistence.StorageSettings;
import io.tatemulator.protocol.http.SchemeInHostProtocol;
import io.tatemulator.support.WallClock;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.ProtocolHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl.ClientAuth;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Serves HTTPS beside HTTP when the settings enable it. Both behave the same otherwise. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public final class HttpsListener
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final TlsSettings settings;
  private final StorageSettings storage;
  private final WallClock time;
  private @Nullable Connector connector;
  private @Nullable String authority;

  HttpsListener(TlsSettings settings, StorageSettings storage, WallClock time) {
    this.settings = settings;
    this.storage = storage;
    this.time = time;
  }

  /** Returns the port of HTTPS; empty when HTTPS is off. */
  public OptionalInt port() {
    return connector == null ? OptionalInt.empty() : OptionalInt.of(connector.getLocalPort());
  }

  /** Returns the names and addresses of the emulator that HTTPS clients may use. */
  public List<String> names() {
    return settings.names();
  }

  /**
   * Returns the certificate to trust, in PEM; empty when HTTPS is off or uses a certificate that
   * the settings name.
   */
  public Optional<String> authorityCertificatePem() {
    return Optional.ofNullable(authority);
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    Integer port = settings.port();
    if (port != null) {
      connector = connector(port, loadKeyMaterial(), factory);
      factory.addAdditionalConnectors(connector);
    }
  }

  private KeyMaterial loadKeyMaterial() {
    if (settings.certificate() != null && settings.privateKey() != null) {
      return KeyMaterial.read(settings.certificate(), settings.privateKey());
    }
    Instant now = time.now();
    CertificateAuthority issuer =
        storage.storage() == StorageSettings.Kind.MEMORY
            ? CertificateAuthority.create(now)
            : new PersistentAuthority(new DataFolder(storage.dataDir()).prepare().resolve("tls"))
                .loadOrCreate(now);
    authority = issuer.certificatePem();
    return issuer.issue(settings.names(), now);
  }

  private static Connector connector(
      int port, KeyMaterial keyMaterial, TomcatServletWebServerFactory factory) {
    SchemeInHostProtocol protocol = new SchemeInHostProtocol();
    InetAddress address = factory.getAddress();
    if (address != null) {
      protocol.setAddress(address);
    }
    Connector connector = new Connector(protocol);
    // It must not listen before the emulator is ready.
    connector.setProperty("bindOnInit", "false");
    connector.setPort(port);
    new SslConnectorCustomizer(LogFactory.getLog(HttpsListener.class), connector, ClientAuth.NONE)
        .customize(keyMaterial.sslBundle(), Map.of());
    applyFactoryCustomizers(connector, factory);
    return connector;
  }

  @SuppressWarnings("unchecked")
  private static void applyFactoryCustomizers(
      Connector connector, TomcatServletWebServerFactory factory) {
    factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
    factory
        .getProtocolHandlerCustomizers()
        .forEach(
            customizer ->
                ((TomcatProtocolHandlerCustomizer<ProtocolHandler>) customizer)
                    .customize(connector.getProtocolHandler()));
  }
}
