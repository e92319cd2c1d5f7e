package io.tatemulator.instance;

import io.tatemulator.support.Fidelity;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How close to the cloud instances are.
 *
 * @param fidelity the preset
 * @param undeclaredInstances whether a well-formed instance id that nobody declared springs into
 *     being; as the preset has it when null
 */
@ConfigurationProperties("tat")
record InstanceSettings(
    @DefaultValue("lenient") Fidelity fidelity, @Nullable Boolean undeclaredInstances) {
  boolean undeclaredExist() {
    return fidelity.permits(undeclaredInstances);
  }
}
