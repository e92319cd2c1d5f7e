package io.tatemulator.protocol.signature;

/**
 * What a client has signed, if its signature is true.
 *
 * @param canonicalRequest the canonical request of signature v3; empty with v1, which has none
 * @param stringToSign the text that the signature is made from
 */
public record SignedText(String canonicalRequest, String stringToSign) {}
