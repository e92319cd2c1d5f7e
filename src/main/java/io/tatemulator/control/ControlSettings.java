package io.tatemulator.control;

import io.tatemulator.support.SettingRules;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The access to the control API.
 *
 * @param enabled whether the control API is enabled; {@code /_tat/ready}, {@code /_tat/info} and
 *     {@code /_tat/ca.pem}, which expose no state, always are
 * @param allowedHosts additional host names that it accepts; {@code *.example.com} allows all below
 *     {@code example.com}
 */
@ConfigurationProperties("tat.control")
record ControlSettings(
    @DefaultValue("true") boolean enabled, @DefaultValue List<String> allowedHosts) {
  ControlSettings {
    SettingRules.requireHosts("allowed-hosts", allowedHosts);
  }
}
