package io.tatemulator.control;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The location of the endpoint file.
 *
 * @param endpointFile the file that holds the URL while the emulator is ready; none when null
 */
@ConfigurationProperties("tat")
record EndpointSettings(@Nullable Path endpointFile) {}
