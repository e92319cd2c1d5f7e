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

/** Builds a certificate with a new key. */
final class CertificateBuilder {
  /** Starts the validity earlier, for clients whose clock is behind. */
  private static final Duration BACKDATING = Duration.ofDays(1);

  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private record ExtensionEntry(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {}

  private final X500Name subject;
  private final Instant from;
  private final Instant until;
  private final KeyPair keys = newKeys();
  private final List<ExtensionEntry> extensions = new ArrayList<>();

  /**
   * Creates a builder.
   *
   * @param subject the subject, such as {@code CN=tat-emulator}
   * @param now when it is issued
   * @param validity how long it is valid from then on
   */
  CertificateBuilder(String subject, Instant now, Duration validity) {
    this.subject = new X500Name(subject);
    this.from = now.minus(BACKDATING);
    this.until = now.plus(validity);
  }

  /** Adds an extension. */
  CertificateBuilder addExtension(
      ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
    extensions.add(new ExtensionEntry(name, critical, value));
    return this;
  }

  /** Builds a self-signed certificate. */
  KeyMaterial buildSelfSigned() {
    return new KeyMaterial(
        keys.getPrivate(), List.of(sign(subject, keys.getPublic(), keys.getPrivate())));
  }

  /** Builds a certificate that is signed by an issuer, whose chain it extends. */
  KeyMaterial buildSignedBy(KeyMaterial issuer) {
    X509Certificate issuerCertificate = issuer.chain().get(0);
    X500Name name = X500Name.getInstance(issuerCertificate.getSubjectX500Principal().getEncoded());
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(sign(name, issuerCertificate.getPublicKey(), issuer.key()));
    chain.addAll(issuer.chain());
    return new KeyMaterial(keys.getPrivate(), chain);
  }

  private X509Certificate sign(X500Name issuer, PublicKey issuerKey, PrivateKey key) {
    BigInteger serial = new BigInteger(SERIAL_BITS, RANDOM).setBit(0);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer, serial, Date.from(from), Date.from(until), subject, keys.getPublic());
    try {
      // Strict clients, such as Python's from 3.13 on, require both identifiers.
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      addExtension(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(keys.getPublic()));
      addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(issuerKey));
      for (ExtensionEntry extension : extensions) {
        builder.addExtension(extension.name(), extension.critical(), extension.value());
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
