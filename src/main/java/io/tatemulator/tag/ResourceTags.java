package io.tatemulator.tag;

import io.tatemulator.support.Tenant;
import io.tatemulator.tenant.LastEvents;
import io.tatemulator.tenant.Tenants;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Changes the tags of resources. */
@Service
public class ResourceTags {
  private final List<TaggableResources> kinds;
  private final Tenants tenants;
  private final LastEvents lastEvents;
  private final TransactionOperations transaction;
  private final Clock clock;

  ResourceTags(
      List<TaggableResources> kinds,
      Tenants tenants,
      LastEvents lastEvents,
      TransactionOperations transaction,
      Clock clock) {
    this.kinds = kinds;
    this.tenants = tenants;
    this.lastEvents = lastEvents;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Changes the tags of a resource of an account.
   *
   * @param resource the six-segment description of the resource
   * @param replaced the tags to add, or whose values to change
   * @param deleted the keys to remove
   * @throws io.tatemulator.protocol.error.ApiException an error of the resource or of the tags;
   *     then nothing is changed
   */
  public void change(String account, String resource, List<Tag> replaced, List<String> deleted) {
    ResourceDescription description = ResourceDescription.parse(resource);
    TagChange change = new TagChange(replaced, deleted);
    TaggableResources kind = kind(description);
    Tenant tenant = description.tenant(account);
    if (!tenant.account().equals(account)) {
      throw description.error(TagError.RESOURCE_ID);
    }
    // The resource may be in another region than the request.
    tenants.inTenant(
        tenant,
        () ->
            transaction.execute(
                status -> {
                  change(kind, tenants.idOf(tenant), description, change);
                  return description;
                }));
  }

  private void change(
      TaggableResources kind, long tenantId, ResourceDescription description, TagChange change) {
    Taggable taggable =
        kind.lock(tenantId, description.id())
            .orElseThrow(() -> description.error(TagError.RESOURCE_ID));
    taggable.setTags(change.apply(taggable.tags()));
    lastEvents.raise(tenantId, clock.instant());
  }

  private TaggableResources kind(ResourceDescription description) {
    List<TaggableResources> ofService =
        kinds.stream().filter(kind -> kind.service().equals(description.service())).toList();
    if (ofService.isEmpty()) {
      throw description.error(TagError.SERVICE_TYPE);
    }
    return ofService.stream()
        .filter(kind -> kind.prefix().equals(description.prefix()))
        .findFirst()
        .orElseThrow(() -> description.error(TagError.RESOURCE_PREFIX));
  }
}
