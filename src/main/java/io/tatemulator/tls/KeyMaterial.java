package io.tatemulator.tls;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/**
 * A private key with its certificate chain.
 *
 * @param key the private key
 * @param chain the certificate, followed by its issuers
 */
record KeyMaterial(PrivateKey key, List<X509Certificate> chain) {
  private static final String NO_PASSWORD = "";

  /**
   * Reads a certificate chain and its key from two PEM files.
   *
   * @throws CannotStartException when either cannot be read or they do not match
   */
  static KeyMaterial read(Path certificate, Path privateKey) {
    List<X509Certificate> chain = require(certificate, "certificate", PemContent::getCertificates);
    PrivateKey key = require(privateKey, "private key", PemContent::getPrivateKey);
    KeyMaterial keyMaterial = new KeyMaterial(key, chain);
    if (!keyMaterial.keyMatchesCertificate()) {
      throw new CannotStartException(
          "the private key in " + privateKey + " does not match the certificate in " + certificate);
    }
    return keyMaterial;
  }

  /** Returns the key and the chain as a bundle, as servers require it. */
  SslBundle sslBundle() {
    PemSslStore store = PemSslStore.of("PKCS12", "tls", NO_PASSWORD, chain, key);
    return SslBundle.of(new PemSslStoreBundle(store, null));
  }

  private boolean keyMatchesCertificate() {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      byte[] signed = signature.sign();
      // With the key, since the key usage of a CA certificate allows only certificate signing.
      signature.initVerify(chain.get(0).getPublicKey());
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private interface PartReader<T> {
    @Nullable T from(PemContent content);
  }

  private static <T> T require(Path file, String what, PartReader<T> reader) {
    try {
      return Objects.requireNonNull(reader.from(PemContent.load(file)));
    } catch (IOException | RuntimeException e) {
      throw new CannotStartException("cannot read a PEM " + what + " from " + file, e);
    }
  }
}
