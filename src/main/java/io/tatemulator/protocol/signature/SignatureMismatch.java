package io.tatemulator.protocol.signature;

/**
 * A signature with the expected signing input, to find the difference.
 *
 * @param secretId the SecretId of the request
 * @param expected the signing input that the emulator expects
 * @param actual the signature of the request
 */
public record SignatureMismatch(String secretId, SigningInput expected, String actual) {
  /** Returns the number of characters. */
  public long characters() {
    return (long) secretId.length()
        + expected.canonicalRequest().length()
        + expected.stringToSign().length()
        + actual.length();
  }
}
