package io.tatemulator.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stores times as milliseconds since 1970, so that no database or driver can shift them by a time
 * zone.
 */
@Converter(autoApply = true)
public final class InstantConverter
    implements AttributeConverter<@Nullable Instant, @Nullable Long> {
  @Override
  public @Nullable Long convertToDatabaseColumn(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  @Override
  public @Nullable Instant convertToEntityAttribute(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
