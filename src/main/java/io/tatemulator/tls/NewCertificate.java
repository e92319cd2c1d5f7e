package io.tatemulator.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that nobody has signed yet, with a key of its own. */
final class NewCertificate {
  /** For clients whose clock is behind. */
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private record Part(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {}

  private final X500Name subject;
  private final Instant from;
  private final Instant until;
  private final KeyPair keys = newKeys();
  private final List<Part> extensions = new ArrayList<>();

  /**
   * Begins one.
   *
   * @param subject whose it is, such as {@code CN=somebody}
   * @param now when it becomes valid
   * @param life how long it is valid
   */
  NewCertificate(String subject, Instant now, Duration life) {
    this.subject = new X500Name(subject);
    this.from = now.minus(BEFORE);
    this.until = now.plus(life);
  }

  /** Adds an extension. */
  NewCertificate with(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
    extensions.add(new Part(name, critical, value));
    return this;
  }

  /** Signed by its own key. */
  Identity signedByItself() {
    return new Identity(
        keys.getPrivate(), List.of(signed(subject, keys.getPublic(), keys.getPrivate())));
  }

  /** Signed by somebody else, whose chain it goes on. */
  Identity signedBy(Identity issuer) {
    X509Certificate first = issuer.chain().get(0);
    X500Name name = X500Name.getInstance(first.getSubjectX500Principal().getEncoded());
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(signed(name, first.getPublicKey(), issuer.key()));
    chain.addAll(issuer.chain());
    return new Identity(keys.getPrivate(), chain);
  }

  private X509Certificate signed(X500Name issuer, PublicKey issuersKey, PrivateKey key) {
    BigInteger serial = new BigInteger(SERIAL_BITS, RANDOM).setBit(0);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer, serial, Date.from(from), Date.from(until), subject, keys.getPublic());
    try {
      // Clients that check strictly, as Python's do from 3.13 on, want both identifiers.
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      with(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(keys.getPublic()));
      with(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(issuersKey));
      for (Part part : extensions) {
        builder.addExtension(part.name(), part.critical(), part.value());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
