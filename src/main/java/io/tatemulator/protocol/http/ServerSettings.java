package io.tatemulator.protocol.http;

import io.tatemulator.support.SettingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Checks what Spring Boot takes without a look: with a negative port it would start no server.
 *
 * @param port where HTTP is answered; 0 takes a free port; Spring Boot's default when null
 */
@ConfigurationProperties("server")
record ServerSettings(@Nullable Integer port) {
  ServerSettings {
    if (port != null) {
      SettingRules.requirePort("port", port);
    }
  }
}
