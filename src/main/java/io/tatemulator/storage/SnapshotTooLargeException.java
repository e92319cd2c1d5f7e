package io.tatemulator.storage;

import java.util.Locale;
import org.springframework.util.unit.DataSize;

/** A file that is larger than those that may be imported. */
public final class SnapshotTooLargeException extends RuntimeException {
  SnapshotTooLargeException(DataSize most) {
    super(
        String.format(
            Locale.ROOT,
            "the file is larger than %s, which is what tat.snapshot.max-size allows",
            most));
  }
}
