package io.tatemulator.invoker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of invokers.
 *
 * @param showNextFire whether InvokeTime of a recurring invoker is its next fire, as the cloud
 *     documents it; otherwise it is empty, as in the requests of clients
 */
@ConfigurationProperties("tat.invoker")
public record InvokerSettings(@DefaultValue("true") boolean showNextFire) {}
