package io.tatemulator.control.route;

import io.tatemulator.protocol.ActionRegistry;
import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.protocol.Services;
import java.util.Collection;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the actions of all services. */
@RestController
final class ActionsRoute {
  /**
   * The actions of all services by name.
   *
   * @param implemented the actions that this emulator implements
   * @param unimplemented the cloud's actions that this emulator rejects with InvalidAction
   */
  record Actions(Collection<String> implemented, Collection<String> unimplemented) {}

  private final Actions actions;

  ActionsRoute(Services services, ActionRegistry registry) {
    TreeSet<String> implemented = new TreeSet<>();
    TreeSet<String> unimplemented = new TreeSet<>();
    for (ServiceModel service : services.all()) {
      for (String action : service.actions()) {
        (registry.isImplemented(service, action) ? implemented : unimplemented).add(action);
      }
    }
    this.actions = new Actions(implemented, unimplemented);
  }

  @GetMapping("/_tat/actions")
  Actions actions() {
    return actions;
  }
}
