package io.tatemulator.protocol.error;

/**
 * The {@code Error} member of an error response.
 *
 * @param code the cloud's error code, which is the contract
 * @param message a human-readable text; the cloud declares it unstable
 */
public record ErrorBody(String code, String message) {}
