package io.tatemulator.protocol;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers become accounts.
 *
 * @param accountPerSecretId whether each SecretId is an account of its own, so that parallel tests
 *     never meet; otherwise every caller is the default account
 */
@ConfigurationProperties("tat")
record AccessSettings(@DefaultValue("false") boolean accountPerSecretId) {}
