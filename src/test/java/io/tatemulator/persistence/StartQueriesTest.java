package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.ClassUtils;

/**
 * The first query as text makes Hibernate load its parser, some 700 classes, so that a start which
 * has one takes longer by a twentieth. Rows are found by their keys instead.
 */
class StartQueriesTest {
  @TempDir private Path folder;

  /** Counts the queries after the state has been initialized and before the server starts. */
  static final class Counter implements SmartLifecycle {
    private final EntityManagerFactory entities;
    private int queries = -1;

    Counter(EntityManagerFactory entities) {
      this.entities = entities;
    }

    @Override
    public void start() {
      queries =
          entities
              .unwrap(SessionFactoryImplementor.class)
              .getQueryEngine()
              .getInterpretationCache()
              .getNumberOfCachedHqlInterpretations();
    }

    @Override
    public void stop() {
      // Nothing to stop.
    }

    @Override
    public boolean isRunning() {
      return queries >= 0;
    }

    @Override
    public int getPhase() {
      return 1;
    }
  }

  private int queriesOfAStart() {
    try (InProcess emulator = new InProcess(folder, new MutableClock(), List.of(Counter.class))) {
      return emulator.part(Counter.class).queries;
    }
  }

  @BeforeAll
  static void requireDefinitionsOfTheBuild() {
    // Without them, Spring Data parses all queries at each start.
    assumeThat(ClassUtils.isPresent("io.tatemulator.TatEmulator__BeanDefinitions", null)).isTrue();
  }

  @Test
  void neitherAFirstStartNorALaterOneHasAQuery() {
    assertThat(queriesOfAStart()).isZero();
    assertThat(queriesOfAStart()).isZero();
  }
}
