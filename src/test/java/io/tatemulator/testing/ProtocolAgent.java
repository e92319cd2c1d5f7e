package io.tatemulator.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The agent's side of the agent protocol: its signed requests and its WebSocket, as the agent 1.1.9
 * sends them, and requests that it would never send. It does nothing by itself.
 */
@SuppressWarnings("NullAway.Init")
public final class ProtocolAgent implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AgentKey KEY = AgentKey.create();

  private final HttpClient http;
  private final int port;
  private final AgentKey key;
  private String machineId = "00000000000000000000000000000001";
  private String instanceId = "";
  private long processId = 4_711;
  private Duration clockSkew = Duration.ZERO;
  private @Nullable WebSocket socket;

  /** How many frames have been received: texts, and closings. */
  private final AtomicInteger kicks = new AtomicInteger();

  private volatile @Nullable Integer closeCode;
  private Consumer<String> onKick = message -> {};

  /** Creates one that has not registered. */
  public ProtocolAgent(int port) {
    this(port, newClient(), KEY);
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** Creates one that shares a client with others, since each client has threads. */
  public ProtocolAgent(int port, HttpClient http) {
    this(port, http, KEY);
  }

  private ProtocolAgent(int port, HttpClient http, AgentKey key) {
    this.port = port;
    this.http = http;
    this.key = key;
  }

  /** Returns one with another key, like another installation. */
  public ProtocolAgent withNewKey() {
    return new ProtocolAgent(port, http, AgentKey.create());
  }

  /** Returns the same agent towards an emulator on another port. */
  public ProtocolAgent at(int otherPort) {
    ProtocolAgent moved = new ProtocolAgent(otherPort, http, key);
    moved.machineId = machineId;
    moved.instanceId = instanceId;
    moved.processId = processId;
    return moved;
  }

  public ProtocolAgent machineId(String id) {
    machineId = id;
    return this;
  }

  public ProtocolAgent instanceId(String id) {
    instanceId = id;
    return this;
  }

  public ProtocolAgent processId(long id) {
    processId = id;
    return this;
  }

  public ProtocolAgent clockSkew(Duration skew) {
    clockSkew = skew;
    return this;
  }

  public String instanceId() {
    return instanceId;
  }

  /** The public key as the agent sends it. */
  public String publicKey() {
    return key.publicKey();
  }

  /** Registers with a code, and returns the response. */
  public JsonNode register(String codeId, String codeValue) {
    JsonNode response =
        post(
            Map.of(),
            action("RegisterInstance")
                .with("MachineId", machineId)
                .with("ActiveCode", codeId)
                .with("ActiveValue", codeValue)
                .with("PublicKey", publicKey())
                .with("Hostname", "vm")
                .with("LocalIp", "127.0.0.1")
                .with("SystemName", "Linux")
                .json());
    if (response.has("InstanceId")) {
      instanceId = response.path("InstanceId").asString();
    }
    return response;
  }

  public static Body action(String name) {
    return Body.of("{}").with("Action", name);
  }

  /** Sends a signed request and returns the member Response. */
  public JsonNode send(Body body) {
    return post(signed(), body.json());
  }

  /** The same, with headers of the test's own. */
  public JsonNode send(Map<String, String> headers, Body body) {
    return post(headers, body.json());
  }

  public JsonNode tasks() {
    return send(action("DescribeTasks"));
  }

  public JsonNode start(String taskId) {
    return send(
        action("ReportTaskStart")
            .with("InvocationTaskId", taskId)
            .with("TimeStamp", now().getEpochSecond()));
  }

  public JsonNode log(String taskId, int index, byte[] output, long dropped) {
    return send(
        action("UploadTaskLog")
            .with("InvocationTaskId", taskId)
            .with("Index", index)
            .with("Output", Base64.getEncoder().encodeToString(output))
            .with("Dropped", dropped));
  }

  public JsonNode log(String taskId, int index, String output) {
    return log(taskId, index, output.getBytes(UTF_8), 0);
  }

  public JsonNode finish(String taskId, String result, long exitCode, String errorInfo) {
    return send(
        action("ReportTaskFinish")
            .with("InvocationTaskId", taskId)
            .with("TimeStamp", now().getEpochSecond())
            .with("Result", result)
            .with("ErrorInfo", errorInfo)
            .with("ExitCode", exitCode)
            .with("OutputUrl", "")
            .with("OutputUploadCOSErrorInfo", ""));
  }

  public JsonNode finish(String taskId, String result, long exitCode) {
    return finish(taskId, result, exitCode, "");
  }

  /** The headers of a request that is signed now. */
  public Map<String, String> signed() {
    String randomKey = UUID.randomUUID().toString().replace("-", "");
    String timestamp = Long.toString(now().getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("tat-version", "1.1.9");
    headers.put("tat-pid", Long.toString(processId));
    headers.put("tat-kernelname", "Linux");
    headers.put("machineid", machineId);
    headers.put("instanceid", instanceId);
    headers.put("randomkey", randomKey);
    headers.put("timestamp", timestamp);
    headers.put("signature", key.sign(machineId + instanceId + randomKey + timestamp));
    return headers;
  }

  private Instant now() {
    return Instant.now().plus(clockSkew);
  }

  private JsonNode post(Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/agent"))
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(response.body()).path("Response");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does something at each kick. */
  public ProtocolAgent onKick(Consumer<String> action) {
    onKick = action;
    return this;
  }

  /** Connects. */
  public ProtocolAgent connect() {
    connect(signed()).join();
    return this;
  }

  /** Connects with headers of the test's own. */
  public CompletableFuture<WebSocket> connect(Map<String, String> headers) {
    closeCode = null;
    WebSocket.Builder builder = http.newWebSocketBuilder();
    headers.forEach(builder::header);
    return builder
        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/agent/ws"), new Listener())
        .thenApply(
            connected -> {
              socket = connected;
              return connected;
            });
  }

  public WebSocket socket() {
    return Objects.requireNonNull(socket);
  }

  /** How many kicks have come. */
  public int kicks() {
    return kicks.get();
  }

  /** The code of the Close frame that has come; null for none. */
  public @Nullable Integer closeCode() {
    return closeCode;
  }

  /** Sends a Close frame. */
  public void disconnect() {
    socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  /** Ends the connection without a Close frame. */
  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
  }

  private final class Listener implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      kicks.incrementAndGet();
      onKick.accept(data.toString());
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closeCode = code;
      return null;
    }
  }
}
