package io.tatemulator.tag;

import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Size;
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
        @Size(max = 127) @Pattern(value = "(?s).+", error = "InvalidParameterValue")
        @Column(name = "tag_key")
        String key,
    @Required @Size(max = 255) @Column(name = "tag_value") String value) {
  /** Returns the tags of a request, an empty list when it has none. */
  public static List<Tag> list(@Nullable List<Tag> tags) {
    return tags == null ? List.of() : tags;
  }
}
