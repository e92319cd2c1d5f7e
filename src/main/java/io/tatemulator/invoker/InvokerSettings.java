package io.tatemulator.invoker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How invokers are shown.
 *
 * @param showNextFire whether InvokeTime of a recurring invoker is its next fire, as the cloud
 *     documents it; otherwise it is empty, as clients have written it
 */
@ConfigurationProperties("tat.invoker")
public record InvokerSettings(@DefaultValue("true") boolean showNextFire) {}
