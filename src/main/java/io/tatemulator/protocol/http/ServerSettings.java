package io.tatemulator.protocol.http;

import io.tatemulator.support.SettingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Validates what Spring Boot does not: with a negative port it would start no server.
 *
 * @param port the HTTP port; 0 selects a free port; Spring Boot's default when null
 */
@ConfigurationProperties("server")
record ServerSettings(@Nullable Integer port) {
  ServerSettings {
    if (port != null) {
      SettingRules.requirePort("port", port);
    }
  }
}
