package io.tatemulator.control;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may steer the emulator.
 *
 * @param enabled whether the control API is there; {@code /_tat/ready}, {@code /_tat/info} and
 *     {@code /_tat/ca.pem}, which tell nothing of the state, always are
 */
@ConfigurationProperties("tat.control")
record ControlSettings(@DefaultValue("true") boolean enabled) {}
