package io.tatemulator.instance;

import io.tatemulator.support.Fidelity;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of instances.
 *
 * @param fidelity the preset
 * @param autoCreateInstances whether a request that names an undeclared, well-formed instance id
 *     creates the instance; the preset's value when null
 */
@ConfigurationProperties("tat")
record InstanceSettings(
    @DefaultValue("lenient") Fidelity fidelity, @Nullable Boolean autoCreateInstances) {
  boolean createsUndeclared() {
    return fidelity.permits(autoCreateInstances);
  }
}
