package io.tatemulator.instance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Brings undeclared instances into being. Two requests may name the same one at once; the second
 * finds it.
 */
@Component
final class InstanceBirth {
  private final InstanceRepository instances;
  private final InstanceSettings settings;
  private final Clock clock;

  InstanceBirth(InstanceRepository instances, InstanceSettings settings, Clock clock) {
    this.instances = instances;
    this.settings = settings;
    this.clock = clock;
  }

  /** Those of some missing instances that the preset lets into being. */
  List<Instance> of(long tenantId, Collection<String> instanceIds) {
    Instant now = clock.instant();
    List<Instance> born = new ArrayList<>();
    for (String instanceId : instanceIds) {
      profile(instanceId)
          .map(profile -> new Instance(new Instance.Key(tenantId, instanceId), profile, now))
          .ifPresent(born::add);
    }
    return born.isEmpty() ? born : create(tenantId, born);
  }

  /** What a missing instance is like; empty when the preset does not let it into being. */
  Optional<InstanceProfile> profile(String instanceId) {
    return InstanceProfile.of(instanceId, settings.undeclaredExist());
  }

  private List<Instance> create(long tenantId, List<Instance> born) {
    try {
      return instances.saveAll(born);
    } catch (DataIntegrityViolationException e) {
      return born.stream().map(instance -> createOrFind(tenantId, instance)).toList();
    }
  }

  private Instance createOrFind(long tenantId, Instance instance) {
    try {
      return instances.save(instance);
    } catch (DataIntegrityViolationException e) {
      return instances.findAll(tenantId, List.of(instance.instanceId())).get(0);
    }
  }
}
