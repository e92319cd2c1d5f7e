package io.tatemulator.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages of a list that changes while the client reads it. */
class TenantClientPagesTest {
  private static String page(int total, String... invocations) {
    return Arrays.stream(invocations)
        .map(
            id ->
                "{\"invokerId\":\"ivk-1\",\"firedAt\":\"2021-09-01T00:00:00Z\",\"reason\":\"\","
                    + "\"result\":\"SUCCESS\",\"invocationId\":\""
                    + id
                    + "\"}")
        .collect(Collectors.joining(",", "{\"total\":" + total + ",\"records\":[", "]}"));
  }

  /** Reads the records of an emulator that returns these pages, one after the other. */
  private static List<String> read(String... pages) throws IOException {
    Deque<String> rest = new ArrayDeque<>(List.of(pages));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/_tat/records",
        exchange -> {
          byte[] body = rest.remove().getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      URI emulator = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      return new ControlClient(emulator)
          .tenant(Tenant.DEFAULT).records().stream().map(InvokerRecord::invocationId).toList();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aRowThatMovesToALaterPageIsReturnedOnce() throws IOException {
    assertThat(read(page(3, "inv-2", "inv-1"), page(4, "inv-1", "inv-0")))
        .containsExactly("inv-2", "inv-1", "inv-0");
  }

  @Test
  void rowsThatAreRemovedMeanwhileEndTheList() throws IOException {
    assertThat(read(page(5, "inv-2", "inv-1"), page(5))).containsExactly("inv-2", "inv-1");
  }
}
