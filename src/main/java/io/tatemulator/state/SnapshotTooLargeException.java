package io.tatemulator.state;

import java.util.Locale;
import org.springframework.util.unit.DataSize;

/** Thrown when a file is too large to be imported. */
public final class SnapshotTooLargeException extends RuntimeException {
  SnapshotTooLargeException(DataSize limit) {
    super(
        String.format(
            Locale.ROOT, "the file is larger than %s, the limit in tat.snapshot.max-size", limit));
  }
}
