package io.tatemulator.protocol.signature;

import java.util.stream.Stream;

/** A signature that a request carries, true or not. */
interface Claim {
  /** Who is said to have signed. */
  String secretId();

  /** The signature as it was sent. */
  String signature();

  /** What may have been signed, the most likely first. */
  Stream<SignedText> candidates();

  /** The signature of a text under a secret key. */
  String sign(String secretKey, SignedText text);
}
