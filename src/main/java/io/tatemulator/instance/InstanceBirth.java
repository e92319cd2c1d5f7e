package io.tatemulator.instance;

import java.time.Clock;
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

  Optional<Instance> of(long tenantId, String instanceId) {
    return InstanceProfile.of(instanceId, settings.undeclaredExist())
        .map(profile -> create(new Instance.Key(tenantId, instanceId), profile));
  }

  private Instance create(Instance.Key key, InstanceProfile profile) {
    try {
      return instances.save(new Instance(key, profile, clock.instant()));
    } catch (DataIntegrityViolationException e) {
      return instances.findAll(key.tenantId(), List.of(key.instanceId())).get(0);
    }
  }
}
