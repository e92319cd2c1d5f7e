package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MovableClock;
import io.tatemulator.testing.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random requests through the whole pipeline: signature parser, codec, and the actions behind them.
 * Whatever comes, the answer is an envelope, and never InternalError. For longer runs see
 * CONTRIBUTING.md.
 */
class PipelineFuzzTest {
  private static final long SEED = Long.getLong("fuzz.seed", 20_201_028L);
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 10_000);

  /** A hundred times what it takes. */
  private static final Duration HANGS = Duration.ofMinutes(5).plusMillis(100L * REQUESTS);

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, Integer> codes = new TreeMap<>();

  @TempDir private Path folder;

  @Test
  void everyRequestIsAnswered() {
    assertTimeoutPreemptively(HANGS, this::fuzz);
    System.out.println("fuzz: seed " + SEED + ", " + REQUESTS + " requests, " + codes);
    // If all were refused at the door, nothing behind it would have been tried.
    assertThat(codes.get("OK")).isGreaterThan(REQUESTS / 10);
    assertThat(codes).hasSizeGreaterThan(30);
  }

  private void fuzz() {
    try (InProcess emulator = new InProcess(folder, new MovableClock(), "--tat.storage=memory")) {
      ApiPipeline pipeline = emulator.part(ApiPipeline.class);
      RandomRequests requests =
          new RandomRequests(new Random(SEED), emulator.part(ActionRegistry.class));
      for (int i = 0; i < REQUESTS; i++) {
        ApiRequest request = requests.next();
        JsonNode response = response(pipeline, request, i);
        String code = response.at("/Error/Code").asString("");
        codes.merge(code.isEmpty() ? "OK" : code, 1, Integer::sum);
        String action = request.header("X-TC-Action");
        Refusal.noteByChance(action == null ? "" : action, code);
        requests.learn(response);
      }
    }
  }

  private JsonNode response(ApiPipeline pipeline, ApiRequest request, int number) {
    byte[] answer = pipeline.answer(request).body();
    JsonNode response = json.readTree(answer).path("Response");
    assertThat(response.path("RequestId").asString("")).matches(UUID);
    assertThat(response.at("/Error/Code").asString(""))
        .as("seed %s, request %s: %s", SEED, number, describe(request))
        .isNotEqualTo("InternalError");
    return response;
  }

  private static String describe(ApiRequest request) {
    return request.method()
        + " ?"
        + request.query()
        + " "
        + request.header("X-TC-Action")
        + " "
        + request.header("Authorization")
        + " "
        + new String(request.body(), StandardCharsets.ISO_8859_1);
  }
}
