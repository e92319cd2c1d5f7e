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
 * A certificate authority of the emulator's own. Who trusts its certificate trusts every
 * certificate that it issues.
 *
 * @param identity its key and its certificate
 */
record Authority(Identity identity) {
  private static final Duration LIFE = Duration.ofDays(3_650);

  /** Some clients take no server certificate that is valid for longer than 398 days. */
  private static final Duration LIFE_OF_ISSUED = Duration.ofDays(396);

  /** A new one. Its name is unique, since trust stores find certificates by their names. */
  static Authority found(Instant now) {
    return new Authority(
        new NewCertificate("CN=tat-emulator CA " + UUID.randomUUID(), now, LIFE)
            .with(Extension.basicConstraints, true, new BasicConstraints(0))
            .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
            .signedByItself());
  }

  /** A key and a certificate for a server of these names and addresses. */
  Identity issue(List<String> names, Instant now) {
    GeneralName[] known = names.stream().map(Authority::generalName).toArray(GeneralName[]::new);
    return new NewCertificate("CN=tat-emulator", now, LIFE_OF_ISSUED)
        .with(Extension.basicConstraints, true, new BasicConstraints(false))
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .with(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .with(Extension.subjectAlternativeName, false, new GeneralNames(known))
        .signedBy(identity);
  }

  /** Whether it is valid for longer than what it issues now. */
  boolean outlivesWhatItIssues(Instant now) {
    Instant end = identity.chain().get(0).getNotAfter().toInstant();
    return end.isAfter(now.plus(LIFE_OF_ISSUED));
  }

  /** Its certificate in PEM. */
  String certificatePem() {
    try {
      return Pem.of("CERTIFICATE", identity.chain().get(0).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its key in PEM. */
  String keyPem() {
    return Pem.of("PRIVATE KEY", identity.key().getEncoded());
  }

  private static GeneralName generalName(String name) {
    return new GeneralName(
        IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }
}
