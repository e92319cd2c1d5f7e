package io.tatemulator.protocol.signature;

/**
 * The input of a signature.
 *
 * @param canonicalRequest the canonical request of signature v3; empty with v1, which has none
 * @param stringToSign the text that is signed
 */
public record SigningInput(String canonicalRequest, String stringToSign) {
  /** Returns the number of characters. */
  long characters() {
    return (long) canonicalRequest.length() + stringToSign.length();
  }
}
