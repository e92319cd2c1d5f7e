package io.tatemulator.storage;

import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a resource.
 *
 * @param key the tag's key, 1 to 127 characters as in the tag service
 * @param value the tag's value, at most 255 characters
 */
@Embeddable
public record Tag(
    @Required
        @Length(max = 127) @Matches(value = "(?s).+", error = ErrorCode.VALUE_NOT_VALID)
        @Column(name = "tag_key")
        String key,
    @Required @Length(max = 255) @Column(name = "tag_value") String value) {
  /** The tags of a request that may have none. */
  public static List<Tag> list(@Nullable List<Tag> tags) {
    return tags == null ? List.of() : tags;
  }
}
