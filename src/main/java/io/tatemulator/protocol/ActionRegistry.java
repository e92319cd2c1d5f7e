package io.tatemulator.protocol;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.GenericTypeResolver;
import org.springframework.stereotype.Component;

/**
 * Finds the handler of an action. The version and the action select the service, since clients of a
 * local endpoint send any host. Startup fails on a handler whose name its service does not have,
 * and on two handlers for one action.
 */
@Component
public final class ActionRegistry {
  /** A handler and the type of its request record. */
  record Entry<I extends Record>(ActionHandler<I, ?> handler, Class<I> requestType) {}

  private record Key(String version, String action) {}

  private final Map<Key, Entry<?>> entries = new HashMap<>();
  private final Services services;

  ActionRegistry(Services services, Collection<ActionHandler<?, ?>> handlers) {
    this.services = services;
    handlers.forEach(this::add);
  }

  /** Returns whether an action has a handler. */
  public boolean isImplemented(ServiceModel service, String action) {
    Entry<?> entry = entries.get(new Key(service.version(), action));
    return entry != null && entry.handler().service().equals(service);
  }

  /**
   * Returns the request record of an action; empty when no handler has it. A version that does not
   * have the action, or none, stands for any version that has.
   */
  public Optional<Class<? extends Record>> requestType(String version, String action) {
    Entry<?> entry = entries.get(new Key(version, action));
    return entry != null
        ? Optional.of(entry.requestType())
        : services.all().stream()
            .map(service -> entries.get(new Key(service.version(), action)))
            .filter(Objects::nonNull)
            .findFirst()
            .map(Entry::requestType);
  }

  /** Returns the error list of a request's action; empty when the action is unknown. */
  Set<String> errorList(RequestContext context) {
    return services
        .find(context.version(), context.action())
        .map(service -> service.errorList(context.action()))
        .orElse(Set.of());
  }

  Entry<?> find(RequestContext context) {
    if (context.action().isEmpty()) {
      throw new ApiException(ProtocolError.MISSING_PARAMETER, "Action");
    }
    if (context.version().isEmpty()) {
      throw new ApiException(ProtocolError.MISSING_PARAMETER, "Version");
    }
    Entry<?> entry = entries.get(key(context));
    if (entry == null) {
      throw unknown(context.version(), context.action());
    }
    return entry;
  }

  private ApiException unknown(String version, String action) {
    if (services.haveVersion(version)) {
      String names = services.names(service -> service.version().equals(version));
      return new ApiException(ProtocolError.INVALID_ACTION, action, names, version);
    }
    boolean known = services.haveAction(action);
    String names = services.names(service -> !known || service.actions().contains(action));
    return new ApiException(ProtocolError.NO_SUCH_VERSION, version, names);
  }

  private <I extends Record> void add(ActionHandler<I, ?> handler) {
    String name = handler.getClass().getSimpleName();
    ServiceModel service = handler.service();
    if (!services.all().contains(service)) {
      throw new IllegalStateException("unknown service " + service.service() + " of " + name);
    }
    if (!service.actions().contains(name)) {
      throw new IllegalStateException(service.service() + " has no action " + name);
    }
    Key key = new Key(service.version(), name);
    if (entries.put(key, new Entry<>(handler, requestType(handler))) != null) {
      throw new IllegalStateException(
          "duplicate handler for action " + name + " of version " + service.version());
    }
  }

  private static Key key(RequestContext context) {
    return new Key(context.version(), context.action());
  }

  @SuppressWarnings("unchecked")
  private static <I extends Record> Class<I> requestType(ActionHandler<I, ?> handler) {
    Class<?>[] types =
        GenericTypeResolver.resolveTypeArguments(handler.getClass(), ActionHandler.class);
    if (types == null) {
      throw new IllegalStateException("cannot resolve the request record of " + handler.getClass());
    }
    return (Class<I>) types[0];
  }
}
