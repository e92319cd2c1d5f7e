package io.tatemulator.protocol.signature;

import org.jspecify.annotations.Nullable;

/**
 * A signature with the expected signing input, to find the difference.
 *
 * @param secretId the SecretId of the request
 * @param expected the signing input that the emulator expects
 * @param signed the signing input of the request's signature; null when no usual mistake gives it
 * @param actual the signature of the request
 */
public record SignatureMismatch(
    String secretId, SigningInput expected, @Nullable SigningInput signed, String actual) {
  /** Returns the number of characters. */
  public long characters() {
    return (long) secretId.length()
        + expected.characters()
        + (signed == null ? 0 : signed.characters())
        + actual.length();
  }
}
