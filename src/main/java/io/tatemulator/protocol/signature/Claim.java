package io.tatemulator.protocol.signature;

import java.util.function.Function;
import java.util.stream.Stream;

/** A signature that a request carries, true or not. */
interface Claim {
  /** Who is said to have signed. */
  String secretId();

  /** The signature as it was sent. */
  String signature();

  /** What may have been signed, the most likely first. */
  Stream<SignedText> candidates();

  /** What signs texts with a secret key. */
  Function<SignedText, String> signer(String secretKey, DerivedKeys keys);
}
