package io.tatemulator.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The versions of services that this process emulates. */
@Component
public final class Services {
  private final List<ServiceModel> models;

  Services(Collection<ServiceModel> models) {
    this.models = models.stream().sorted(Comparator.comparing(ServiceModel::service)).toList();
  }

  /** Returns the services, by name. */
  public List<ServiceModel> all() {
    return models;
  }

  /** Returns the service that has an action of a version. */
  Optional<ServiceModel> find(String version, String action) {
    return models.stream()
        .filter(model -> model.version().equals(version) && model.actions().contains(action))
        .findFirst();
  }

  /** Returns whether a service has an action, be it implemented or not. */
  public boolean haveAction(String action) {
    return models.stream().anyMatch(model -> model.actions().contains(action));
  }

  /** Returns whether a service has an error code. */
  public boolean haveErrorCode(String code) {
    return models.stream().anyMatch(model -> model.errorCodes().contains(code));
  }

  /** Returns whether a service has a version. */
  boolean haveVersion(String version) {
    return models.stream().anyMatch(model -> model.version().equals(version));
  }

  /** Returns the names of the services that satisfy a condition, separated by commas. */
  String names(Predicate<ServiceModel> condition) {
    return models.stream()
        .filter(condition)
        .map(ServiceModel::service)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Returns the names of all services, separated by commas. */
  @Override
  public String toString() {
    return names(model -> true);
  }
}
