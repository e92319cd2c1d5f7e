import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An emulator of the built jar in a process of its own, which keeps its port when it restarts. */
final class Emulator implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port = freePort();
  private Process process;

  Emulator(String... settings) {
    start(settings);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void start(String... settings) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-jar", System.getProperty("jar")));
    command.addAll(List.of("--tat.storage=memory", "--server.port=" + port));
    command.addAll(List.of(settings));
    File log = new File(System.getProperty("screenshots"), "emulator.log");
    log.getParentFile().mkdirs();
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Browser.await("the emulator is ready", Duration.ofMinutes(1), this::isReady);
  }

  private boolean isReady() {
    try {
      return exchange("GET", "/_tat/ready", "").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Sends a request of the control API, which must succeed. */
  String control(String method, String path, String body) {
    try {
      HttpResponse<String> response = exchange(method, "/_tat/" + path, body);
      if (response.statusCode() >= 300) {
        throw new AssertionError(response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends an unsigned request of the cloud's API, whatever it returns. */
  String cloud(String action, String body, String... headers) {
    try {
      return exchange("POST", "/", body, with(headers, "X-TC-Action", action)).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String[] with(String[] headers, String name, String value) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of(name, value, "X-TC-Version", "2020-10-28"));
    return all.toArray(String[]::new);
  }

  private HttpResponse<String> exchange(String method, String path, String body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the emulator did not stop within ten seconds");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
