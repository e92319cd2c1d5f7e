package io.tatemulator.tls;

import io.tatemulator.support.SettingRules;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * HTTPS, which is off unless it has a port.
 *
 * @param port where HTTPS is answered; 0 takes a free port; null for no HTTPS
 * @param names the host names and addresses that the emulator's own certificate is for
 * @param certificate a PEM file with a certificate, and those that it hangs on, to show in place of
 *     the emulator's own; it comes with {@code privateKey} or not at all
 * @param privateKey a PEM file with that certificate's key, not encrypted
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
      throw new IllegalArgumentException("certificate and private-key come together or not at all");
    }
  }
}
