package io.tatemulator.control;

import io.tatemulator.support.SettingRules;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may steer the emulator.
 *
 * @param enabled whether the control API is there; {@code /_tat/ready}, {@code /_tat/info} and
 *     {@code /_tat/ca.pem}, which tell nothing of the state, always are
 * @param allowedHosts more names under which it answers; {@code *.example.com} stands for all below
 *     {@code example.com}
 */
@ConfigurationProperties("tat.control")
record ControlSettings(
    @DefaultValue("true") boolean enabled, @DefaultValue List<String> allowedHosts) {
  ControlSettings {
    SettingRules.requireHosts("allowed-hosts", allowedHosts);
  }
}
