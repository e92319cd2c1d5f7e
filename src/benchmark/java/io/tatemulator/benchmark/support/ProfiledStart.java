package io.tatemulator.benchmark.support;

import io.tatemulator.TatEmulator;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline.TimelineEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.core.metrics.StartupStep;

/** Starts the emulator once and prints what each step of Spring's start takes by itself. */
public final class ProfiledStart {
  /** Comes before the milliseconds and the name of a step. */
  public static final String PREFIX = "STEP ";

  private static final int STEPS = 20_000;
  private static final int SHOWN = 15;

  private ProfiledStart() {}

  public static void main(String[] arguments) {
    SpringProperties.setFlag(AotDetector.AOT_ENABLED);
    BufferingApplicationStartup startup = new BufferingApplicationStartup(STEPS);
    SpringApplication application = new SpringApplication(TatEmulator.class);
    application.setMainApplicationClass(TatEmulator.class);
    application.setDefaultProperties(Map.of("spring.config.name", "tat-emulator"));
    application.setApplicationStartup(startup);
    long begun = System.nanoTime();
    ConfigurableApplicationContext emulator =
        application.run("--server.port=0", "--tat.storage=memory");
    print(Duration.ofNanos(System.nanoTime() - begun), "all");
    List<TimelineEvent> events = startup.getBufferedTimeline().getEvents();
    Map<Long, Duration> own = ownTimes(events);
    events.stream()
        .collect(
            Collectors.groupingBy(
                event -> label(event.getStartupStep()),
                Collectors.reducing(
                    Duration.ZERO,
                    event -> own.get(event.getStartupStep().getId()),
                    Duration::plus)))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .forEach(step -> print(step.getValue(), step.getKey()));
    emulator.close();
  }

  /** What each step takes without the steps inside it. */
  private static Map<Long, Duration> ownTimes(List<TimelineEvent> events) {
    Map<Long, Duration> own = new HashMap<>();
    for (TimelineEvent event : events) {
      own.merge(event.getStartupStep().getId(), event.getDuration(), Duration::plus);
      Long parent = event.getStartupStep().getParentId();
      if (parent != null) {
        own.merge(parent, event.getDuration().negated(), Duration::plus);
      }
    }
    return own;
  }

  private static String label(StartupStep step) {
    return StreamSupport.stream(step.getTags().spliterator(), false)
        .filter(tag -> tag.getKey().equals("beanName"))
        .map(tag -> "bean " + tag.getValue())
        .findFirst()
        .orElse(step.getName());
  }

  private static void print(Duration duration, String label) {
    System.out.println(PREFIX + duration.toNanos() / 1e6 + " " + label);
  }
}
