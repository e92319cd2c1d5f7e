package io.tatemulator.benchmark.support;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The load generator wrk with the script of {@code src/benchmark/wrk}.
 *
 * @param script the script
 */
public record Wrk(Path script) {
  private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+)");

  /**
   * The throughput of a server.
   *
   * @param requests how many were answered
   * @param seconds how long that took
   * @param cpuSeconds the server's processor time, which other work on the machine affects less
   */
  public record Throughput(long requests, double seconds, double cpuSeconds) {
    public double perSecond() {
      return requests / seconds;
    }

    public double cpuMicros() {
      return cpuSeconds * 1e6 / requests;
    }
  }

  /** Finds wrk; empty, with a message, where it is not installed. */
  public static Optional<Wrk> find(Settings settings, Results results) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
    if (!installed) {
      results.say("left out, since wrk is not installed (Debian: apt-get install wrk)");
      return Optional.empty();
    }
    return Optional.of(new Wrk(settings.source("wrk/create.lua")));
  }

  /**
   * Sends an action with the parameters of CreateInvoker for a while. Transport errors and other
   * statuses than 200 fail the benchmark; errors of the API are found by {@link #create}.
   */
  public Throughput send(Server server, String action, int connections, int seconds)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "wrk",
            "--threads=1",
            "--connections=" + connections,
            "--duration=" + seconds,
            "--script=" + script,
            "http://127.0.0.1:" + server.port() + "/",
            "--",
            action);
    double cpuBefore = server.cpuSeconds();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    double cpuSeconds = server.cpuSeconds() - cpuBefore;
    Matcher result = RESULT.matcher(output);
    if (process.waitFor() != 0 || !result.find() || !result.group(3).equals("0")) {
      throw new IllegalStateException("wrk failed:\n" + output + server.errors());
    }
    return new Throughput(
        Long.parseLong(result.group(1)), Long.parseLong(result.group(2)) / 1e6, cpuSeconds);
  }

  /** Sends CreateInvoker to an emulator, and fails unless each response meant a new invoker. */
  public Throughput create(Server server, int connections, int seconds) throws Exception {
    try (Connection connection = new Connection(server.port())) {
      long before = invokers(connection);
      Throughput throughput = send(server, "CreateInvoker", connections, seconds);
      long created = invokers(connection) - before;
      if (created < throughput.requests()) {
        throw new IllegalStateException(
            throughput.requests() + " responses, but only " + created + " new invokers");
      }
      return throughput;
    }
  }

  private static long invokers(Connection connection) throws IOException {
    return connection.call(Request.invokers(1)).path("TotalCount").asLong();
  }
}
