package io.tatemulator.execution;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of who may run scripts.
 *
 * @param allowRemote whether scripts may run although others than this host's users can send
 *     unsigned requests
 */
@ConfigurationProperties("tat.execution")
public record RemoteSettings(@DefaultValue("false") boolean allowRemote) {}
