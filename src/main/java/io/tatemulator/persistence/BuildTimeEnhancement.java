package io.tatemulator.persistence;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Prevents Hibernate from generating classes at each start: the build has enhanced the entities. It
 * does not affect any other program's Hibernate in the same JVM.
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
