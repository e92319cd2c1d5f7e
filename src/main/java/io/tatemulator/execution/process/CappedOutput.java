package io.tatemulator.execution.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The output of a process: its first 24,576 bytes, and the number of those after them. */
final class CappedOutput {
  private static final int MAX_BYTES = 24_576;
  private static final int BUFFER = 8_192;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long dropped;

  /** Reads a stream to its end, also beyond what is kept, so that the process never waits. */
  void read(InputStream in, Upload upload) throws IOException {
    // Held throughout, since the JDK closes the stream of an ended process when it gets it, though
    // processes in the background may still write.
    synchronized (in) {
      readAll(in, upload);
    }
  }

  private void readAll(InputStream in, Upload upload) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      add(buffer, length);
      upload.add(buffer, length);
    }
  }

  private synchronized void add(byte[] bytes, int length) {
    int room = Math.min(length, MAX_BYTES - kept.size());
    kept.write(bytes, 0, room);
    dropped += length - room;
  }

  synchronized byte[] bytes() {
    return kept.toByteArray();
  }

  synchronized long dropped() {
    return dropped;
  }
}
