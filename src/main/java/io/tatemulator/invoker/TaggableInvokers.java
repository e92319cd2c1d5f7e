package io.tatemulator.invoker;

import io.tatemulator.tag.TaggableResources;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatService;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Finds the invokers whose tags are to be changed. */
@Component
final class TaggableInvokers implements TaggableResources {
  private final InvokerRepository invokers;

  TaggableInvokers(InvokerRepository invokers) {
    this.invokers = invokers;
  }

  @Override
  public String service() {
    return TatService.MODEL.service();
  }

  @Override
  public String prefix() {
    return "invoker";
  }

  @Override
  public Optional<Invoker> lock(long tenantId, String id) {
    OptionalLong number = ResourceId.INVOKER.parse(id);
    return number.isEmpty() ? Optional.empty() : invokers.lock(tenantId, number.getAsLong());
  }
}
