package io.tatemulator.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Encodes keys and certificates as PEM. */
final class Pem {
  private Pem() {}

  /**
   * Returns a PEM document.
   *
   * @param type such as {@code CERTIFICATE}
   * @param content its content, in DER
   */
  static String encode(String type, byte[] content) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
