package io.tatemulator.execution.agent;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Verifies the signatures of agents: RSASSA-PKCS1-v1_5 with SHA-1, as the agent makes them. */
final class AgentSignature {
  private static final String ALGORITHM = "SHA1withRSA";
  private static final String TYPE = "-----BEGIN RSA PUBLIC KEY-----";
  private static final int MIN_KEY_BITS = 2048;
  private static final int MAX_KEY_BITS = 8192;

  private AgentSignature() {}

  /** Returns whether a text is an RSA public key of at least 2,048 bits in PKCS#1 PEM. */
  static boolean isUsable(String pem) {
    try {
      return pem.startsWith(TYPE)
          && key(pem) instanceof RSAPublicKey key
          && key.getModulus().bitLength() >= MIN_KEY_BITS
          && key.getModulus().bitLength() <= MAX_KEY_BITS;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Returns whether a signature is right.
   *
   * @param pem the public key
   * @param signature in Base64
   */
  static boolean matches(String pem, byte[] signed, String signature) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key(pem));
      verifier.update(signed);
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static PublicKey key(String pem) throws GeneralSecurityException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      if (parser.readObject() instanceof SubjectPublicKeyInfo key) {
        return new JcaPEMKeyConverter().getPublicKey(key);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new GeneralSecurityException("not a public key in PEM", e);
    }
    throw new GeneralSecurityException("not a public key in PEM");
  }
}
