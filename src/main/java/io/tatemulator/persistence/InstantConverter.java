package io.tatemulator.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stores times as milliseconds since 1970, so that no database or driver can shift them by a time
 * zone.
 */
@Converter(autoApply = true)
public final class InstantConverter
    implements AttributeConverter<@Nullable Instant, @Nullable Long> {
  /** Converts a time to its stored form. */
  public static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  /** Returns the time in a column of a row; null when the column is null. */
  public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  @Override
  public @Nullable Long convertToDatabaseColumn(@Nullable Instant instant) {
    return millis(instant);
  }

  @Override
  public @Nullable Instant convertToEntityAttribute(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
