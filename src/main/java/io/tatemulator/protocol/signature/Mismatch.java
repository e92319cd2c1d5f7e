package io.tatemulator.protocol.signature;

/**
 * A signature beside what it should have been made from, for whoever looks for the difference.
 *
 * @param secretId who is said to have signed
 * @param ours what we took for the signed text
 * @param claimed the signature that the request carries
 */
public record Mismatch(String secretId, SignedText ours, String claimed) {
  /** How long it is. */
  public long characters() {
    return (long) secretId.length()
        + ours.canonicalRequest().length()
        + ours.stringToSign().length()
        + claimed.length();
  }
}
