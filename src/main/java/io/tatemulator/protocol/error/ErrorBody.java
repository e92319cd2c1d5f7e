package io.tatemulator.protocol.error;

/**
 * The {@code Error} member of a refusing answer.
 *
 * @param code the cloud's error code; the contract
 * @param message a text for people; the cloud declares it unstable
 */
public record ErrorBody(String code, String message) {}
