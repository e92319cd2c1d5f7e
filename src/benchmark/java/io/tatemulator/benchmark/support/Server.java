package io.tatemulator.benchmark.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server in a process of its own, on a free port of the loopback interface. */
public final class Server implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final long POLL_MILLIS = 2;
  private static final double TICKS_PER_SECOND = 100;
  private static final int SHOWN_LINES = 10;
  private static final String COMPILED = "jvm_compilation_time_ms_total";
  private static final int MAX_TURNS = 15;

  /** The part of a core that the compiler may still take from a server that counts as warm. */
  private static final double COMPILING = 0.02;

  /** A few seconds of the load that is to be measured. */
  public interface Turn {
    void send(int number) throws Exception;
  }

  /** What an idle server holds; heap in MiB after a full collection. */
  public record Footprint(double heap, double threads, double files) {
    public void addTo(Results results, String when) {
      results.add("heap after GC " + when, "MiB", heap);
      results.add("threads " + when, "number", threads);
      results.add("open files " + when, "number", files);
    }
  }

  private final Launch launch;
  private final Process process;
  private final int port;
  private final Path log;
  private final long start;

  private Server(Launch launch, Path folder) throws IOException {
    this.launch = launch;
    this.port = freePort();
    this.log = folder.resolve("server.log");
    ProcessBuilder builder =
        launch
            .builder(launch.product().arguments(port, folder), folder)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    this.start = System.nanoTime();
    this.process = builder.start();
    // An interrupted harness must not leave its servers behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Creates the process, whose state lies in the folder, and waits for nothing. */
  public static Server launch(Launch launch, TempFolder folder) throws IOException {
    return new Server(launch, folder.path());
  }

  /** Starts a server and waits until it is ready. */
  public static Server start(Launch launch, TempFolder folder) throws Exception {
    Server server = launch(launch, folder);
    server.awaitReady();
    return server;
  }

  public int port() {
    return port;
  }

  /**
   * Waits until the server calls itself ready; returns the seconds since the process's creation.
   */
  public double awaitReady() throws Exception {
    byte[] request = Request.http("GET", launch.product().readyPath(), "", "");
    return await(request, response -> response.status() == 200);
  }

  /** Waits until a CreateInvoker succeeds; returns the seconds since the process's creation. */
  public double awaitCreateInvoker() throws Exception {
    byte[] request = Request.createInvoker("benchmark", Request.NEVER).bytes();
    return await(
        request, response -> response.isSuccess() && response.body().contains("\"InvokerId\""));
  }

  /** Lets the server work until its compiler rests, which takes minutes on two busy cores. */
  public void warmUp(Results results, Turn turn) throws Exception {
    double compiling = 1;
    for (int number = 1; number <= MAX_TURNS && compiling > COMPILING; number++) {
      results.say("warming up");
      double before = metrics().sum(COMPILED);
      long begun = System.nanoTime();
      turn.send(number);
      double seconds = (System.nanoTime() - begun) / 1e9;
      compiling = (metrics().sum(COMPILED) - before) / 1000 / seconds;
    }
  }

  public Metrics metrics() throws IOException {
    try (Connection connection = new Connection(port)) {
      return Metrics.parse(connection.get("/actuator/prometheus"));
    }
  }

  /** The used heap after a full collection. */
  public double heapMebibytes() throws IOException, InterruptedException {
    launch.jdk().collectGarbage(process.pid());
    return metrics().sum("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20);
  }

  public Footprint footprint() throws IOException, InterruptedException {
    Metrics metrics = metrics();
    return new Footprint(
        heapMebibytes(),
        metrics.sum("jvm_threads_live_threads"),
        metrics.sum("process_files_open_files"));
  }

  /** The processor time of the process and of the children that it waited for; NaN off Linux. */
  public double cpuSeconds() throws IOException {
    Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    if (!Files.isReadable(stat)) {
      return Double.NaN;
    }
    String[] fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
    return Stream.of(fields).skip(11).limit(4).mapToLong(Long::parseLong).sum() / TICKS_PER_SECOND;
  }

  /** The resident memory of the process; NaN off Linux. */
  public double residentMebibytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }

  /** The beginning of the first error in the server's log; empty when there is none. */
  public String errors() throws IOException {
    return Files.readAllLines(log).stream()
        .dropWhile(line -> !line.contains(" ERROR "))
        .limit(SHOWN_LINES)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new IllegalStateException("a server did not stop within " + TIMEOUT);
  }

  private double await(byte[] request, Predicate<Response> answered) throws Exception {
    while (!isAnswered(request, answered)) {
      if (!process.isAlive() || System.nanoTime() - start > TIMEOUT.toNanos()) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException("a server did not start:\n" + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private boolean isAnswered(byte[] request, Predicate<Response> answered) {
    try (Connection connection = new Connection(port)) {
      return answered.test(connection.exchange(request));
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
