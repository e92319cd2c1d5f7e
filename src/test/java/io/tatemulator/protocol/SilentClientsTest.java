package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.SilentClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many clients that fall silent amid a request. */
class SilentClientsTest extends AcceptanceTest {
  private static final int MANY = 500;

  /** Less than the time after which the server cuts a silent client off. */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  @Test
  void doNotBlockOtherClients() throws Exception {
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_tat/ready"))
            .timeout(TIMEOUT)
            .build();
    try (SilentClients silent = new SilentClients(MANY, port)) {
      int status =
          HttpClient.newHttpClient()
              .send(ready, HttpResponse.BodyHandlers.discarding())
              .statusCode();

      assertThat(status).isEqualTo(200);
      assertThat(api.call("DescribeRegions", "{}").code()).isEmpty();
      assertThat(silent.count()).isEqualTo(MANY);
    }
  }
}
