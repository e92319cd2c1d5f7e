package io.tatemulator.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Writes what keys and certificates are kept in. */
final class Pem {
  private Pem() {}

  /**
   * A text in PEM.
   *
   * @param type such as {@code CERTIFICATE}
   * @param content what it holds, in DER
   */
  static String of(String type, byte[] content) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
