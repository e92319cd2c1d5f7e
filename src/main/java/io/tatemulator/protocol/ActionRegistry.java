package io.tatemulator.protocol;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.GenericTypeResolver;
import org.springframework.stereotype.Component;

/**
 * Finds the handler of an action. Startup fails on a handler whose name the API does not have, and
 * on a duplicate handler.
 */
@Component
public final class ActionRegistry {
  /** A handler and the type of its request record. */
  record Entry<I extends Record>(ActionHandler<I, ?> handler, Class<I> requestType) {}

  private final ServiceModel model;
  private final Map<String, Entry<?>> entries = new TreeMap<>();

  ActionRegistry(ServiceModel model, Collection<ActionHandler<?, ?>> handlers) {
    this.model = model;
    handlers.forEach(this::add);
  }

  /** Returns the names of the actions that have a handler. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(entries.keySet()));
  }

  /** Returns the request record of an action; empty when the action is unknown. */
  public Optional<Class<? extends Record>> requestType(String action) {
    return Optional.ofNullable(entries.get(action)).map(Entry::requestType);
  }

  Entry<?> find(RequestContext context) {
    if (context.action().isEmpty()) {
      throw new ApiException(ErrorCode.MISSING_PARAMETER, "Action");
    }
    if (context.version().isEmpty()) {
      throw new ApiException(ErrorCode.MISSING_PARAMETER, "Version");
    }
    if (!context.version().equals(model.version())) {
      throw new ApiException(ErrorCode.NO_SUCH_VERSION, context.version(), model.service());
    }
    Entry<?> entry = entries.get(context.action());
    if (entry == null) {
      throw new ApiException(
          ErrorCode.INVALID_ACTION, context.action(), model.service(), model.version());
    }
    return entry;
  }

  private <I extends Record> void add(ActionHandler<I, ?> handler) {
    String name = handler.getClass().getSimpleName();
    if (!model.actions().contains(name)) {
      throw new IllegalStateException(model.service() + " has no action " + name);
    }
    if (entries.put(name, new Entry<>(handler, requestType(handler))) != null) {
      throw new IllegalStateException("duplicate handler for action " + name);
    }
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
