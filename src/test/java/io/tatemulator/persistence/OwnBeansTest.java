package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.beans.spi.ManagedBeanRegistry;
import org.junit.jupiter.api.Test;

class OwnBeansTest extends AcceptanceTest {
  /** Asked in Hibernate's own thread, Spring would wait for the start, which waits for it. */
  @Test
  void hibernateAsksSpringForNoBean() {
    SessionFactoryImplementor factory =
        part(EntityManagerFactory.class).unwrap(SessionFactoryImplementor.class);

    assertThat(
            factory
                .getServiceRegistry()
                .requireService(ManagedBeanRegistry.class)
                .getBeanContainer())
        .isInstanceOf(DirectBeanContainer.class);
  }
}
