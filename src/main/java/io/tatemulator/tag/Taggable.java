package io.tatemulator.tag;

import java.util.List;

/** A resource with tags. */
public interface Taggable {
  /** Returns the tags, in their order. */
  List<Tag> tags();

  /** Replaces all tags. */
  void setTags(List<Tag> tags);
}
