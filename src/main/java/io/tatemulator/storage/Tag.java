package io.tatemulator.storage;

import io.tatemulator.protocol.codec.Required;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a resource.
 *
 * @param key the tag's key
 * @param value the tag's value
 */
@Embeddable
public record Tag(
    @Required @Column(name = "tag_key") String key,
    @Required @Column(name = "tag_value") String value) {
  /** The tags of a request that may have none. */
  public static List<Tag> list(@Nullable List<Tag> tags) {
    return tags == null ? List.of() : tags;
  }
}
