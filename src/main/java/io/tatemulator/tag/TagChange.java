package io.tatemulator.tag;

import io.tatemulator.protocol.error.ApiException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A change of the tags of one resource.
 *
 * @param replaced the tags to add, or whose values to change
 * @param deleted the keys to remove
 */
record TagChange(List<Tag> replaced, List<String> deleted) implements UnaryOperator<List<Tag>> {
  /** The maximum number of tags of a resource. */
  static final int MAX_TAGS = 10;

  private static final Set<String> RESERVED = Set.of("qcloud", "tencent", "project");

  /** The documented characters of keys and values. */
  private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{N} +\\-=._:/@()\\[\\]（）【】]*");

  /**
   * Validates a change.
   *
   * @throws ApiException InvalidParameter.Tag, DeleteTagsParamError, TagKeyCharacterIllegal,
   *     ReservedTagKey or TagValueCharacterIllegal
   */
  TagChange {
    for (int i = 0; i < replaced.size(); i++) {
      check("ReplaceTags." + i, replaced.get(i));
    }
    requireUnique("ReplaceTags", replaced.stream().map(Tag::key).toList());
    requireUnique("DeleteTags", deleted);
    Set<String> deletedKeys = Set.copyOf(deleted);
    for (Tag tag : replaced) {
      if (deletedKeys.contains(tag.key())) {
        throw new ApiException(TagError.DELETE_TAGS, "DeleteTags", tag.key());
      }
    }
  }

  private static void check(String path, Tag tag) {
    if (!TEXT.matcher(tag.key()).matches()) {
      throw new ApiException(TagError.TAG_KEY_CHARACTERS, path + ".TagKey", tag.key());
    }
    if (RESERVED.contains(tag.key())) {
      throw new ApiException(TagError.RESERVED_TAG_KEY, path + ".TagKey", tag.key());
    }
    if (!TEXT.matcher(tag.value()).matches()) {
      throw new ApiException(TagError.TAG_VALUE_CHARACTERS, path + ".TagValue", tag.value());
    }
  }

  private static void requireUnique(String path, List<String> keys) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      if (!seen.add(keys.get(i))) {
        throw new ApiException(TagError.TAG_DUPLICATED, path + "." + i + ".TagKey", keys.get(i));
      }
    }
  }

  /**
   * Returns the tags after the change: values are replaced in place, new tags follow.
   *
   * @throws ApiException AttachedTagKeyNotFound or ResourceAttachedTags
   */
  @Override
  public List<Tag> apply(List<Tag> tags) {
    Map<String, String> values = new LinkedHashMap<>();
    tags.forEach(tag -> values.put(tag.key(), tag.value()));
    for (int i = 0; i < deleted.size(); i++) {
      if (values.remove(deleted.get(i)) == null) {
        throw new ApiException(
            TagError.TAG_NOT_ATTACHED, "DeleteTags." + i + ".TagKey", deleted.get(i));
      }
    }
    replaced.forEach(tag -> values.put(tag.key(), tag.value()));
    if (values.size() > MAX_TAGS) {
      throw new ApiException(TagError.TOO_MANY_TAGS, "ReplaceTags", values.size(), 0, MAX_TAGS);
    }
    List<Tag> changed = new ArrayList<>(values.size());
    values.forEach((key, value) -> changed.add(new Tag(key, value)));
    return changed;
  }
}
