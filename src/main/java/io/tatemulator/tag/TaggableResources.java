package io.tatemulator.tag;

import java.util.Optional;

/** One kind of resources whose tags the service tag can change. */
public interface TaggableResources {
  /** Returns the name of the service that has them, such as {@code tat}. */
  String service();

  /** Returns their prefix in resource descriptions, such as {@code command}. */
  String prefix();

  /**
   * Finds a resource of a tenant and locks it until the running transaction has ended.
   *
   * @param id the resource's public identifier
   * @return empty when the tenant owns no such resource
   */
  Optional<? extends Taggable> lock(long tenantId, String id);
}
