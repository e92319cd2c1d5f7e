package io.tatemulator.protocol.signature;

import java.util.function.Function;
import java.util.stream.Stream;

/** The signature of a request, valid or not. */
interface RequestSignature {
  /** Returns the SecretId of the request. */
  String secretId();

  /** Returns the signature as sent. */
  String signature();

  /** Returns the possible signing inputs, the most likely first. */
  Stream<SigningInput> candidates();

  /** Returns signing inputs that would be valid but for one usual mistake of clients. */
  default Stream<SigningInput> mistakes() {
    return Stream.empty();
  }

  /** Returns a function that signs inputs with a secret key. */
  Function<SigningInput, String> signer(String secretKey, DerivedKeys keys);
}
