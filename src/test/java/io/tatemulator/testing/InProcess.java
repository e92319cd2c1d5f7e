package io.tatemulator.testing;

import io.tatemulator.TestStart;
import io.tatemulator.time.EmulatorClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An emulator in this process with its state in a folder, on a clock that outlives it. So a test
 * can stop it, let time pass and start it again.
 */
public final class InProcess implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  /** Starts it. */
  public InProcess(Path folder, MovableClock clock, String... settings) {
    this(folder, clock, List.of(), settings);
  }

  /** Starts it with parts of a test's own. */
  public InProcess(Path folder, MovableClock clock, List<Class<?>> parts, String... settings) {
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=0");
    arguments.add("--tat.data-dir=" + folder);
    context =
        TestStart.run(
            fresh -> add((GenericApplicationContext) fresh, clock, parts),
            arguments.toArray(String[]::new));
  }

  private static void add(
      GenericApplicationContext fresh, MovableClock clock, List<Class<?>> parts) {
    fresh.registerBean(
        "testClock",
        EmulatorClock.class,
        () -> new EmulatorClock(clock),
        bean -> bean.setPrimary(true));
    parts.forEach(
        part ->
            fresh.registerBean(
                part,
                bean ->
                    ((AbstractBeanDefinition) bean)
                        .setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR)));
  }

  /** A caller. */
  public Api api() {
    return new Api(port(), "AKIDOFNOBODY");
  }

  /** Where it listens. */
  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** One of its parts. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
