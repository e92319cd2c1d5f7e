package io.tatemulator.tls;

import io.tatemulator.protocol.http.SchemeInHostProtocol;
import io.tatemulator.storage.DataFolder;
import io.tatemulator.storage.StorageSettings;
import io.tatemulator.support.HostTime;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers HTTPS beside HTTP, if the settings want it. Both differ in nothing else. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public final class HttpsListener
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final TlsSettings settings;
  private final StorageSettings storage;
  private final HostTime time;
  private @Nullable Connector connector;
  private @Nullable String authority;

  HttpsListener(TlsSettings settings, StorageSettings storage, HostTime time) {
    this.settings = settings;
    this.storage = storage;
    this.time = time;
  }

  /** The port that answers HTTPS; empty when none does. */
  public OptionalInt port() {
    return connector == null ? OptionalInt.empty() : OptionalInt.of(connector.getLocalPort());
  }

  /** The names and addresses of the emulator that clients of HTTPS may use. */
  public List<String> names() {
    return settings.names();
  }

  /**
   * The certificate to trust, in PEM; empty when there is no HTTPS, or when it shows a certificate
   * that the settings name.
   */
  public Optional<String> authority() {
    return Optional.ofNullable(authority);
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    Integer port = settings.port();
    if (port != null) {
      connector = connector(port, identity(), factory);
      factory.addAdditionalConnectors(connector);
    }
  }

  private Identity identity() {
    if (settings.certificate() != null && settings.privateKey() != null) {
      return Identity.read(settings.certificate(), settings.privateKey());
    }
    Instant now = time.now();
    Authority own =
        storage.storage() == StorageSettings.Kind.FILE
            ? new KeptAuthority(new DataFolder(storage.dataDir()).prepared().resolve("tls"))
                .get(now)
            : Authority.found(now);
    authority = own.certificatePem();
    return own.issue(settings.names(), now);
  }

  private static Connector connector(
      int port, Identity identity, TomcatServletWebServerFactory factory) {
    SchemeInHostProtocol protocol = new SchemeInHostProtocol();
    InetAddress address = factory.getAddress();
    if (address != null) {
      protocol.setAddress(address);
    }
    protocol.setSSLEnabled(true);
    Connector connector = new Connector(protocol);
    // It must not listen before the emulator is ready.
    connector.setProperty("bindOnInit", "false");
    connector.setPort(port);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.addSslHostConfig(hostConfig(identity));
    customizeAsTheFirst(connector, factory);
    return connector;
  }

  private static SSLHostConfig hostConfig(Identity identity) {
    SSLHostConfig config = new SSLHostConfig();
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystore(identity.keyStore());
    certificate.setCertificateKeystorePassword("");
    config.addCertificate(certificate);
    return config;
  }

  @SuppressWarnings("unchecked")
  private static void customizeAsTheFirst(
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
