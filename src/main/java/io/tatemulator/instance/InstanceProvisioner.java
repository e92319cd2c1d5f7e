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
 * Creates undeclared instances. Two requests may name the same one at once; the second finds the
 * one that the first has created.
 */
@Component
final class InstanceProvisioner {
  private final InstanceRepository instances;
  private final InstanceSettings settings;
  private final Clock clock;

  InstanceProvisioner(InstanceRepository instances, InstanceSettings settings, Clock clock) {
    this.instances = instances;
    this.settings = settings;
    this.clock = clock;
  }

  /** Creates the missing instances that the preset allows, and returns them. */
  List<Instance> createMissing(long tenantId, Collection<String> instanceIds) {
    Instant now = clock.instant();
    List<Instance> created = new ArrayList<>();
    for (String instanceId : instanceIds) {
      profile(instanceId)
          .map(profile -> new Instance(new Instance.Key(tenantId, instanceId), profile, now))
          .ifPresent(created::add);
    }
    return created.isEmpty() ? created : create(tenantId, created);
  }

  /** Returns the profile of a missing instance; empty when the preset does not allow it. */
  Optional<InstanceProfile> profile(String instanceId) {
    return InstanceProfile.of(instanceId, settings.createsUndeclared());
  }

  private List<Instance> create(long tenantId, List<Instance> created) {
    try {
      return instances.saveAll(created);
    } catch (DataIntegrityViolationException e) {
      return created.stream().map(instance -> createOrFind(tenantId, instance)).toList();
    }
  }

  private Instance createOrFind(long tenantId, Instance instance) {
    try {
      return instances.save(instance);
    } catch (DataIntegrityViolationException e) {
      return instances.findAll(tenantId, new String[] {instance.instanceId()}).get(0);
    }
  }
}
