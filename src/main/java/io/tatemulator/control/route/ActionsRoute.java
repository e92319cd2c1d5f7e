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
   * @param answered the actions that this emulator implements
   * @param missing the cloud's actions that this emulator rejects with InvalidAction
   */
  record Actions(Collection<String> answered, Collection<String> missing) {}

  private final Actions actions;

  ActionsRoute(Services services, ActionRegistry registry) {
    TreeSet<String> answered = new TreeSet<>();
    TreeSet<String> missing = new TreeSet<>();
    for (ServiceModel service : services.all()) {
      for (String action : service.actions()) {
        (registry.isImplemented(service, action) ? answered : missing).add(action);
      }
    }
    this.actions = new Actions(answered, missing);
  }

  @GetMapping("/_tat/actions")
  Actions actions() {
    return actions;
  }
}
