package io.tatemulator.storage;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Keeps Hibernate from generating classes at each start: the build has enhanced the entities. It
 * leaves every other program's Hibernate in the same JVM alone.
 */
public final class BuildTimeEnhancement implements ServiceContributor {
  /** The property of a persistence unit whose entities the build has enhanced. */
  private static final String PROPERTY = "io.tatemulator.build-time-enhancement";

  @Override
  public void contribute(StandardServiceRegistryBuilder services) {
    if (services.getSettings().containsKey(PROPERTY)) {
      services.addService(BytecodeProvider.class, new BytecodeProviderImpl());
    }
  }
}
