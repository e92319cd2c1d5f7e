package io.tatemulator.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** The key pair of an agent. */
record AgentKey(KeyPair pair) {
  private static final int BITS = 2048;

  /** The bytes before the key of the agent's format in that of Java, for this size. */
  private static final int HEADER_BYTES = 24;

  static AgentKey create() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new AgentKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key as the agent sends it: PKCS#1 in PEM. */
  String publicKey() {
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] own = Arrays.copyOfRange(encoded, HEADER_BYTES, encoded.length);
    return "-----BEGIN RSA PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(own)
        + "\n-----END RSA PUBLIC KEY-----\n";
  }

  String sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA1withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
