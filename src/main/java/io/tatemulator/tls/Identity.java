package io.tatemulator.tls;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * What proves who somebody is.
 *
 * @param key the secret part
 * @param chain the certificate, and after it those that it hangs on
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final char[] NO_PASSWORD = {};

  /**
   * Reads two PEM files.
   *
   * @throws CannotStartException when either cannot be read or they do not belong together
   */
  static Identity read(Path certificate, Path privateKey) {
    List<X509Certificate> chain = require(certificate, "certificate", PemContent::getCertificates);
    PrivateKey key = require(privateKey, "private key", PemContent::getPrivateKey);
    Identity identity = new Identity(key, chain);
    if (!identity.belongsTogether()) {
      throw new CannotStartException(
          "the private key in " + privateKey + " is not that of the certificate in " + certificate);
    }
    return identity;
  }

  /** The same as servers take it. */
  KeyStore keyStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry("tls", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean belongsTogether() {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      byte[] proof = signature.sign();
      // By its key, since an authority's certificate says that it signs certificates alone.
      signature.initVerify(chain.get(0).getPublicKey());
      return signature.verify(proof);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private interface Part<T> {
    @Nullable T of(PemContent content);
  }

  private static <T> T require(Path file, String what, Part<T> part) {
    try {
      return Objects.requireNonNull(part.of(PemContent.load(file)));
    } catch (IOException | RuntimeException e) {
      throw new CannotStartException("no " + what + " in PEM can be read from " + file, e);
    }
  }
}
