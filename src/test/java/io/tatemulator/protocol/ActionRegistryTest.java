package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionRegistryTest {
  private static final ServiceModel OLD = model("vault", "2019-01-01", "Seal", "Open");
  private static final ServiceModel NEW = model("vault", "2024-01-01", "Seal");
  private static final ServiceModel OTHER = model("bank", "2024-01-01", "Pay", "Seal");

  private record Nothing() {}

  private static final class Seal implements ActionHandler<Nothing, Nothing> {
    private final ServiceModel service;

    Seal(ServiceModel service) {
      this.service = service;
    }

    @Override
    public ServiceModel service() {
      return service;
    }

    @Override
    public Nothing handle(Nothing request, RequestContext context) {
      return request;
    }
  }

  private static ServiceModel model(String service, String version, String... actions) {
    Map<String, Set<String>> lists = new HashMap<>();
    for (String action : actions) {
      lists.put(action, Set.of());
    }
    return new ServiceModel(service, version, lists);
  }

  private static ActionRegistry registry(List<ServiceModel> services, ServiceModel... handlers) {
    return new ActionRegistry(
        new Services(services),
        List.of(handlers).stream().<ActionHandler<?, ?>>map(Seal::new).toList());
  }

  @Test
  void twoVersionsOfAServiceHaveHandlersOfTheirOwn() {
    ActionRegistry registry = registry(List.of(OLD, NEW), OLD, NEW);

    assertThat(registry.requestType("2019-01-01", "Seal")).contains(Nothing.class);
    assertThat(registry.requestType("2024-01-01", "Seal")).contains(Nothing.class);
    assertThat(registry.requestType("2019-01-01", "Open")).isEmpty();
    assertThat(registry.requestType("", "Seal")).contains(Nothing.class);
    assertThat(registry.isImplemented(OLD, "Seal")).isTrue();
    assertThat(registry.isImplemented(OLD, "Open")).isFalse();
  }

  @Test
  void aSecondHandlerForAnActionOfAVersionStopsTheStart() {
    assertThatThrownBy(() -> registry(List.of(NEW, OTHER), NEW, OTHER))
        .hasMessage("duplicate handler for action Seal of version 2024-01-01");
  }

  @Test
  void aHandlerOfAnActionThatItsServiceDoesNotHaveStopsTheStart() {
    ServiceModel without = model("bank", "2024-01-01", "Pay");

    assertThatThrownBy(() -> registry(List.of(without), without))
        .hasMessage("bank has no action Seal");
  }

  @Test
  void aHandlerOfAServiceThatIsNotEmulatedStopsTheStart() {
    assertThatThrownBy(() -> registry(List.of(OLD), NEW))
        .hasMessage("unknown service vault of Seal");
  }
}
