package io.tatemulator.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many clients that fall silent amid a request. */
class SilentClientsTest extends AcceptanceTest {
  private static final int MANY = 500;
  private static final byte[] HALF_A_REQUEST =
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{".getBytes(US_ASCII);

  /** Less than the time after which the server cuts a silent client off. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<Socket> silent = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : silent) {
      socket.close();
    }
  }

  @Test
  void keepNobodyElseWaiting() throws Exception {
    for (int i = 0; i < MANY; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      silent.add(socket);
      socket.getOutputStream().write(HALF_A_REQUEST);
    }

    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_tat/ready"))
            .timeout(PATIENCE)
            .build();
    int status =
        HttpClient.newHttpClient().send(ready, HttpResponse.BodyHandlers.discarding()).statusCode();

    assertThat(status).isEqualTo(200);
    assertThat(api.call("DescribeRegions", "{}").code()).isEmpty();
  }
}
