package io.tatemulator.tls;

import io.tatemulator.support.SettingRules;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of HTTPS, which is off unless it has a port.
 *
 * @param port the port of HTTPS; 0 selects a free port; null disables HTTPS
 * @param names the host names and addresses of the emulator's own certificate
 * @param certificate a PEM file with a certificate and its issuers, which replaces the emulator's
 *     own; it requires {@code privateKey}
 * @param privateKey a PEM file with that certificate's key, unencrypted; it requires {@code
 *     certificate}
 */
@ConfigurationProperties("tat.tls")
record TlsSettings(
    @Nullable Integer port,
    @DefaultValue({
          "localhost",
          "tat.localhost",
          "tag.localhost",
          "127.0.0.1",
          "::1",
          "tat.tencentcloudapi.com"
        })
        List<String> names,
    @Nullable Path certificate,
    @Nullable Path privateKey) {
  TlsSettings {
    if (port != null) {
      SettingRules.requirePort("port", port);
    }
    SettingRules.requireHosts("names", names);
    if ((certificate == null) != (privateKey == null)) {
      throw new IllegalArgumentException("certificate and private-key must be set together");
    }
  }
}
