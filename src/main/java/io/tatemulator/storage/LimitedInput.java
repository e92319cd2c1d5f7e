package io.tatemulator.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/**
 * An input whose reader gets a {@link SnapshotTooLargeException} once it has read more than it may.
 */
final class LimitedInput extends FilterInputStream {
  private final DataSize most;
  private long left;

  LimitedInput(InputStream in, DataSize most) {
    super(in);
    this.most = most;
    this.left = most.toBytes();
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = in.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw new SnapshotTooLargeException(most);
    }
  }
}
