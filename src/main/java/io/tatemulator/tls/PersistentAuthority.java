package io.tatemulator.tls;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** A certificate authority that survives restarts, so that clients need to trust it only once. */
final class PersistentAuthority {
  private final Path folder;
  private final Path certificate;
  private final Path key;

  /** Creates an authority that is stored in a folder, which need not exist. */
  PersistentAuthority(Path folder) {
    this.folder = folder;
    this.certificate = folder.resolve("ca.pem");
    this.key = folder.resolve("ca-key.pem");
  }

  /**
   * Returns the authority in the folder, or creates one and stores it there.
   *
   * @throws CannotStartException when the folder's files cannot be read or written
   */
  CertificateAuthority loadOrCreate(Instant now) {
    // The certificate is written last: without it no client can trust the authority.
    if (Files.exists(certificate)) {
      CertificateAuthority stored = new CertificateAuthority(KeyMaterial.read(certificate, key));
      if (stored.outlivesIssuedCertificates(now)) {
        return stored;
      }
    }
    CertificateAuthority created = CertificateAuthority.create(now);
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(certificate);
      write(key, created.keyPem());
      write(certificate, created.certificatePem());
    } catch (IOException e) {
      throw new CannotStartException(
          "cannot write to the folder " + folder + " of the certificate authority", e);
    }
    return created;
  }

  /** Replaces a file atomically. Only its owner can read it, as with any temporary file. */
  private void write(Path file, String text) throws IOException {
    Path temporary = Files.createTempFile(folder, file.getFileName().toString(), null);
    Files.writeString(temporary, text);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
