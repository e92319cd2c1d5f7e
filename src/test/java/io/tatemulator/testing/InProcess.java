package io.tatemulator.testing;

import io.tatemulator.TestStart;
import io.tatemulator.time.EmulatorClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An emulator in this process with its state in a folder, on a clock that outlives it. So a test
 * can stop it, let time pass and start it again.
 */
public final class InProcess implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  /** Starts it. */
  public InProcess(Path folder, MutableClock clock, String... settings) {
    this(folder, clock, List.of(), settings);
  }

  /** Starts it with parts of a test's own. */
  public InProcess(Path folder, MutableClock clock, List<Class<?>> parts, String... settings) {
    this(
        fresh -> {
          replace(fresh, EmulatorClock.class, () -> new EmulatorClock(clock));
          add(fresh, parts);
        },
        Stream.concat(Stream.of(settings), Stream.of("--tat.data-dir=" + folder))
            .toArray(String[]::new));
  }

  /** Starts it with what a test makes of its parts. */
  public InProcess(Consumer<GenericApplicationContext> parts, String... settings) {
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=0");
    context =
        TestStart.run(
            fresh -> parts.accept((GenericApplicationContext) fresh),
            TestStorage.choose("tat-data", arguments).toArray(String[]::new));
  }

  /** Puts a part in the place of the emulator's own. */
  public static <T> void replace(GenericApplicationContext fresh, Class<T> type, Supplier<T> part) {
    fresh.registerBean(
        "replaced" + type.getSimpleName(), type, part, bean -> bean.setPrimary(true));
  }

  private static void add(GenericApplicationContext fresh, List<Class<?>> parts) {
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

  /** All of its parts. */
  public ApplicationContext parts() {
    return context;
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
