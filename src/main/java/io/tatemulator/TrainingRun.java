package io.tatemulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/**
 * Starts an emulator with a temporary data folder, sends it typical requests and stops it, so that
 * the JVM records which classes and methods a start and the first requests need. The launcher and
 * the image run this class with {@code -XX:ArchiveClassesAtExit} or {@code -XX:AOTCacheOutput}.
 */
public final class TrainingRun {
  private static final int REPETITIONS = 20;
  private static final String ONCE =
      """
      {"Name": "once", "Type": "SCHEDULE", "CommandId": "cmd-m7uma92n", "InstanceIds": ["ins-yx05ky8j"],
       "ScheduleSettings": {"Policy": "ONCE", "InvokeTime": "2099-01-01T00:00:00Z"}}""";
  private static final String HOURLY =
      """
      {"Name": "hourly", "Type": "SCHEDULE", "CommandId": "cmd-m7uma92n", "InstanceIds": ["ins-yx05ky8j"],
       "ScheduleSettings": {"Policy": "RECURRENCE", "Recurrence": "0 * * * *"}}""";
  private static final String SCRIPT =
      """
      {"Content": "bHM=", "InstanceIds": ["ins-yx05ky8j"]}""";

  private static final List<String> READ_ACTIONS =
      List.of(
          "DescribeInvokers",
          "DescribeInvokerRecords",
          "DescribeInvocations",
          "DescribeInvocationTasks");
  private static final Pattern NOW = Pattern.compile("\"now\" *: *\"([^\"]*)\"");

  private TrainingRun() {}

  /** Runs the training. The exit code is 1 when the emulator does not start or a request fails. */
  public static void main(String[] arguments) throws IOException {
    EmulatorApplication.useGeneratedInThisProcess();
    Path folder = Files.createTempDirectory("tat-emulator-training");
    try {
      train(folder.resolve("data"));
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /**
   * Starts, trains and stops the emulator. It ignores the user's settings in the environment and in
   * files: the archive also serves starts with other settings, and strict ones would reject the
   * requests.
   */
  private static void train(Path dataDir) throws IOException {
    EmulatorApplication application = new EmulatorApplication();
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    application.setEnvironment(environment);
    try (ConfigurableApplicationContext emulator =
        application.run(
            "--spring.config.location=classpath:/",
            "--server.port=0",
            "--tat.data-dir=" + dataDir)) {
      String port = emulator.getEnvironment().getRequiredProperty("local.server.port");
      sendRequests(new TrainingClient(URI.create("http://127.0.0.1:" + port)));
    }
  }

  private static void sendRequests(TrainingClient client) throws IOException {
    client.control("GET", "ready", null);
    Matcher now = NOW.matcher(client.control("GET", "clock", null));
    if (!now.find()) {
      throw new IOException("GET clock: the response has no member now");
    }
    Instant signedAt = Instant.parse(now.group(1));
    client.action("CreateInvoker", HOURLY);
    for (int i = 0; i < REPETITIONS; i++) {
      client.action("CreateInvoker", ONCE);
      client.signedAction("CreateInvoker", ONCE, signedAt);
      client.action("RunCommand", SCRIPT);
      for (String action : READ_ACTIONS) {
        client.action(action, "{}");
      }
    }
    client.control("PUT", "clock", "{\"mode\": \"frozen\"}");
    client.control("POST", "clock/advance", "{\"by\": \"P30D\"}");
  }
}
