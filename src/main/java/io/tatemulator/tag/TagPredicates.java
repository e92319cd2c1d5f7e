package io.tatemulator.tag;

import io.tatemulator.query.Filter;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;

/**
 * Builds the filters {@code tag-key}, {@code tag-value} and {@code tag:<key>} on rows that have
 * {@code tags}.
 */
public final class TagPredicates {
  private static final String TAG_PREFIX = "tag:";

  private TagPredicates() {}

  /** Returns the predicate that a row has a tag that matches the filter. */
  public static <T> Predicate of(
      Filter filter, Root<T> row, CriteriaBuilder build, CriteriaQuery<?> query) {
    Subquery<Integer> tags = query.subquery(Integer.class);
    Join<T, Tag> tag = tags.correlate(row).join("tags");
    Predicate match =
        tag.get(filter.name().equals("tag-key") ? "key" : "value").in(filter.values());
    if (filter.name().startsWith(TAG_PREFIX)) {
      match =
          build.and(
              match, build.equal(tag.get("key"), filter.name().substring(TAG_PREFIX.length())));
    }
    return build.exists(tags.select(build.literal(1)).where(match));
  }
}
