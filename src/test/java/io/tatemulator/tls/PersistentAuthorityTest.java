package io.tatemulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistentAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  private CertificateAuthority get(Instant now) {
    return new PersistentAuthority(folder).loadOrCreate(now);
  }

  @Test
  void staysTheSame() {
    CertificateAuthority first = get(NOW);

    assertThat(get(NOW.plus(Duration.ofDays(3_000))).certificatePem())
        .isEqualTo(first.certificatePem())
        .isEqualTo(content("ca.pem"));
    assertThat(get(NOW).keyPem()).isEqualTo(first.keyPem());
  }

  @Test
  void isReplacedBeforeItsCertificatesWouldOutliveIt() {
    CertificateAuthority first = get(NOW);

    assertThat(get(NOW.plus(Duration.ofDays(3_500))).certificatePem())
        .isNotEqualTo(first.certificatePem())
        .isEqualTo(content("ca.pem"));
  }

  @Test
  void isCreatedAgainIfTheProcessWasKilledBetweenItsTwoFiles() throws IOException {
    CertificateAuthority first = get(NOW);
    Files.delete(folder.resolve("ca.pem"));

    assertThat(get(NOW).certificatePem()).isNotEqualTo(first.certificatePem());
    assertThat(get(NOW).keyPem()).isEqualTo(content("ca-key.pem"));
  }

  @Test
  void keepsItsKeyFromOthers() throws IOException {
    get(NOW);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ca.pem", "ca-key.pem");
    }
  }

  @Test
  void saysWhichFileCannotBeRead() throws IOException {
    get(NOW);
    Files.writeString(key(), "no key");

    assertThatExceptionOfType(CannotStartException.class)
        .isThrownBy(() -> get(NOW))
        .withMessage("cannot read a PEM private key from " + key());
  }

  @Test
  void reportsAKeyThatDoesNotMatch() throws IOException {
    get(NOW);
    Files.writeString(key(), CertificateAuthority.create(NOW).keyPem());

    assertThatExceptionOfType(CannotStartException.class)
        .isThrownBy(() -> get(NOW))
        .withMessageContaining("does not match the certificate in " + folder.resolve("ca.pem"));
  }

  private Path key() {
    return folder.resolve("ca-key.pem");
  }

  private String content(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
