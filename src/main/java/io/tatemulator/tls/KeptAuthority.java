package io.tatemulator.tls;

import io.tatemulator.support.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** An authority that stays the same from start to start, so that it need be trusted only once. */
final class KeptAuthority {
  private final Path folder;
  private final Path certificate;
  private final Path key;

  /** One that is kept in a folder, which need not exist. */
  KeptAuthority(Path folder) {
    this.folder = folder;
    this.certificate = folder.resolve("ca.pem");
    this.key = folder.resolve("ca-key.pem");
  }

  /**
   * The one in the folder, or else a new one, which then lies there.
   *
   * @throws CannotStartException when what lies there cannot be read, or nothing can be written
   */
  Authority get(Instant now) {
    // The certificate is written last: without it there is nothing that anybody could trust.
    if (Files.exists(certificate)) {
      Authority kept = new Authority(Identity.read(certificate, key));
      if (kept.outlivesWhatItIssues(now)) {
        return kept;
      }
    }
    Authority fresh = Authority.found(now);
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(certificate);
      write(key, fresh.keyPem());
      write(certificate, fresh.certificatePem());
    } catch (IOException e) {
      throw new CannotStartException(
          "the folder " + folder + " for the certificate authority cannot be written to", e);
    }
    return fresh;
  }

  /** Whole or not at all; temporary files are readable by their owner alone, and so this stays. */
  private void write(Path file, String text) throws IOException {
    Path draft = Files.createTempFile(folder, file.getFileName().toString(), null);
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
