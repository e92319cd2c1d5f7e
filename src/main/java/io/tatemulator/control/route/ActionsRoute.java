package io.tatemulator.control.route;

import io.tatemulator.protocol.ActionRegistry;
import io.tatemulator.protocol.ServiceModel;
import java.util.Collection;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the API's actions. */
@RestController
final class ActionsRoute {
  /**
   * The API's actions by name.
   *
   * @param answered the actions that this emulator implements
   * @param missing the cloud's actions that this emulator rejects with InvalidAction
   */
  record Actions(Collection<String> answered, Collection<String> missing) {}

  private final Actions actions;

  ActionsRoute(ActionRegistry registry, ServiceModel model) {
    TreeSet<String> missing = new TreeSet<>(model.actions());
    missing.removeAll(registry.names());
    this.actions = new Actions(registry.names(), missing);
  }

  @GetMapping("/_tat/actions")
  Actions actions() {
    return actions;
  }
}
