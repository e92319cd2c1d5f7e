package io.tatemulator;

import io.tatemulator.protocol.signature.Hmac;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of {@link TrainingRun}. It uses {@link HttpURLConnection}, since the classes
 * of a larger client would be part of each archive.
 */
final class TrainingClient {
  private static final String SECRET_ID = "AKIDEMULATOREXAMPLE";
  private static final String SECRET_KEY = "emulator-secret-key";
  private static final String JSON = "application/json";
  private static final int FIRST_NON_SUCCESS_STATUS = 300;

  private final URI emulator;

  TrainingClient(URI emulator) {
    this.emulator = emulator;
  }

  /** Sends a request to the control API and returns the body of the response. */
  String control(String method, String route, @Nullable String body) throws IOException {
    return send(method, "/_tat/" + route, Map.of(), body);
  }

  /** Sends an unsigned request. */
  void action(String name, String body) throws IOException {
    expectSuccess(name, send("POST", "/", headers(name), body));
  }

  /** Sends a request with signature v3. */
  void signedAction(String name, String body, Instant now) throws IOException {
    Map<String, String> headers = headers(name);
    headers.put("X-TC-Timestamp", Long.toString(now.getEpochSecond()));
    headers.put("Authorization", authorization(body, now));
    expectSuccess(name, send("POST", "/", headers, body));
  }

  private static Map<String, String> headers(String action) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("X-TC-Action", action);
    headers.put("X-TC-Version", "2020-10-28");
    headers.put("X-TC-Region", "ap-guangzhou");
    return headers;
  }

  private String send(
      String method, String path, Map<String, String> headers, @Nullable String body)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) emulator.resolve(path).toURL().openConnection();
    connection.setRequestMethod(method);
    headers.forEach(connection::setRequestProperty);
    if (body != null) {
      connection.setRequestProperty("Content-Type", JSON);
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    if (connection.getResponseCode() >= FIRST_NON_SUCCESS_STATUS) {
      throw new IOException(method + " " + path + ": status " + connection.getResponseCode());
    }
    // Read to its end, so that the next request reuses the connection.
    try (InputStream response = connection.getInputStream()) {
      return new String(response.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void expectSuccess(String action, String response) throws IOException {
    if (response.contains("\"Error\"")) {
      throw new IOException(action + ": " + response);
    }
  }

  private String authorization(String body, Instant now) {
    String canonical =
        String.format(
            Locale.ROOT,
            "POST\n/\n\ncontent-type:%s\nhost:%s\n\ncontent-type;host\n%s",
            JSON,
            emulator.getAuthority(),
            sha256(body));
    String date = now.toString().substring(0, "2006-01-02".length());
    String scope = date + "/tat/tc3_request";
    String stringToSign =
        String.format(
            Locale.ROOT,
            "TC3-HMAC-SHA256\n%s\n%s\n%s",
            now.getEpochSecond(),
            scope,
            sha256(canonical));
    byte[] key = ("TC3" + SECRET_KEY).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = Hmac.of(Hmac.SHA256, key, part);
    }
    return String.format(
        Locale.ROOT,
        "TC3-HMAC-SHA256 Credential=%s/%s, SignedHeaders=content-type;host, Signature=%s",
        SECRET_ID,
        scope,
        HexFormat.of().formatHex(Hmac.of(Hmac.SHA256, key, stringToSign)));
  }

  private static String sha256(String text) {
    return Hmac.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
