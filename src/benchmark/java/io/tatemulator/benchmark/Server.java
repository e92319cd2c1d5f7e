package io.tatemulator.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * An emulator in a process of its own, on a free port of the loopback interface, with its database
 * in a file as by default.
 */
final class Server implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long POLL_MILLIS = 10;
  private static final long STOP_SECONDS = 60;
  private static final int SHOWN_LINES = 10;

  /** Each could change what is measured without showing in the result. */
  private static final List<String> FOREIGN_SETTINGS =
      List.of("TAT_", "SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_", "JAVA_TOOL_", "JDK_JAVA_");

  private final Launch launch;
  private final Process process;
  private final int port;
  private final Path log;
  private final double secondsToReady;

  private Server(Launch launch, Path folder) throws IOException, InterruptedException {
    this.launch = launch;
    this.port = freePort();
    this.log = folder.resolve("server.log");
    List<String> command = new ArrayList<>(launch.command());
    command.add("--server.port=" + port);
    command.add("--tat.data-dir=" + folder.resolve("data"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(Server::isForeign);
    long start = System.nanoTime();
    this.process = builder.start();
    // A harness that is interrupted must not leave its servers behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitReady(start);
    this.secondsToReady = (System.nanoTime() - start) / 1e9;
  }

  /** Starts a server and waits until it is ready; its database lies in the folder. */
  static Server start(Launch launch, TempFolder folder) throws IOException, InterruptedException {
    return new Server(launch, folder.path());
  }

  /** Starts a server once, for the traces that a run leaves in its folder. */
  static void runOnce(Launch launch, TempFolder folder) throws IOException, InterruptedException {
    start(launch, folder).close();
  }

  int port() {
    return port;
  }

  /** From the process's creation until {@code /_tat/ready} answered 200. */
  double secondsToReady() {
    return secondsToReady;
  }

  /** The processor time that the server has taken since it was started. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
  }

  Metrics metrics() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/actuator/prometheus");
    if (answer.statusCode() != 200) {
      throw new BenchmarkFailure("/actuator/prometheus answered " + answer.statusCode());
    }
    return Metrics.parse(answer.body());
  }

  /** What the heap holds once its garbage is gone. */
  double heapMebibytes() throws IOException, InterruptedException {
    launch.jdk().collectGarbage(process.pid());
    return metrics().sum("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20);
  }

  /** The beginning of the first error that the server has logged; empty when there is none. */
  String errors() throws IOException {
    return Files.readAllLines(log).stream()
        .dropWhile(line -> !line.contains(" ERROR "))
        .limit(SHOWN_LINES)
        .collect(Collectors.joining("\n"));
  }

  /** The process's resident memory; NaN on a system that does not tell it in {@code /proc}. */
  double residentMebibytes() throws IOException {
    File status = new File("/proc/" + process.pid() + "/status");
    if (!status.canRead()) {
      return Double.NaN;
    }
    return Files.readAllLines(status.toPath()).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new BenchmarkFailure("a server did not stop within " + STOP_SECONDS + " s");
  }

  private void awaitReady(long start) throws IOException, InterruptedException {
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
        process.destroyForcibly().waitFor();
        throw new BenchmarkFailure("a server did not start:\n" + Files.readString(log));
      }
      Pause.millis(POLL_MILLIS);
    }
  }

  private boolean isReady() throws IOException, InterruptedException {
    try {
      return get("/_tat/ready").statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static boolean isForeign(String variable) {
    return FOREIGN_SETTINGS.stream().anyMatch(variable::startsWith);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
