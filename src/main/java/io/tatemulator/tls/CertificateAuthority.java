package io.tatemulator.tls;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.util.IPAddress;

/**
 * The emulator's certificate authority. A client that trusts its certificate trusts every
 * certificate that it issues.
 *
 * @param keyMaterial its key and certificate
 */
record CertificateAuthority(KeyMaterial keyMaterial) {
  private static final Duration VALIDITY = Duration.ofDays(3_650);

  /** Some clients reject server certificates that are valid for longer than 398 days. */
  private static final Duration ISSUED_VALIDITY = Duration.ofDays(396);

  /** Creates an authority. Its name is unique, since trust stores find certificates by name. */
  static CertificateAuthority create(Instant now) {
    return new CertificateAuthority(
        new CertificateBuilder("CN=tat-emulator CA " + UUID.randomUUID(), now, VALIDITY)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
            .addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
            .buildSelfSigned());
  }

  /** Issues a key and a certificate for a server with these names and addresses. */
  KeyMaterial issue(List<String> names, Instant now) {
    GeneralName[] alternativeNames =
        names.stream().map(CertificateAuthority::generalName).toArray(GeneralName[]::new);
    return new CertificateBuilder("CN=tat-emulator", now, ISSUED_VALIDITY)
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternativeNames))
        .buildSignedBy(keyMaterial);
  }

  /** Returns whether it is valid for longer than a certificate that it issues now. */
  boolean outlivesIssuedCertificates(Instant now) {
    Instant end = keyMaterial.chain().get(0).getNotAfter().toInstant();
    return end.isAfter(now.plus(ISSUED_VALIDITY));
  }

  /** Returns its certificate in PEM. */
  String certificatePem() {
    try {
      return Pem.encode("CERTIFICATE", keyMaterial.chain().get(0).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns its key in PEM. */
  String keyPem() {
    return Pem.encode("PRIVATE KEY", keyMaterial.key().getEncoded());
  }

  private static GeneralName generalName(String name) {
    return new GeneralName(
        IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }
}
