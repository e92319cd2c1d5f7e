package io.tatemulator.state;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/**
 * An input stream that throws a {@link SnapshotTooLargeException} when more than its limit is read.
 */
final class LimitedInput extends FilterInputStream {
  private final DataSize limit;
  private long remaining;

  LimitedInput(InputStream in, DataSize limit) {
    super(in);
    this.limit = limit;
    this.remaining = limit.toBytes();
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
    remaining -= bytes;
    if (remaining < 0) {
      throw new SnapshotTooLargeException(limit);
    }
  }
}
