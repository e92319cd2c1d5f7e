package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.fault.Faults;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.testing.Chance;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends random requests through the whole pipeline, signature parser, codec and the actions behind
 * them, and checks every answer.
 */
final class PipelineFuzz {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final int OK = 200;

  private final ApiPipeline pipeline;
  private final Faults faults;
  private final RandomRequests requests;
  private final Map<String, Integer> codes = new TreeMap<>();

  PipelineFuzz(Chance chance, InProcess emulator) {
    this.pipeline = emulator.part(ApiPipeline.class);
    this.faults = emulator.part(Faults.class);
    this.requests =
        new RandomRequests(
            chance, emulator.part(Services.class), emulator.part(ActionRegistry.class));
  }

  /** Returns how many answers have had each code, {@code OK} for none. */
  Map<String, Integer> codes() {
    return codes;
  }

  /**
   * Sends the next request.
   *
   * @param learner takes the identifiers that the answer holds
   * @throws AssertionError when its answer is not as it must be, naming the request
   */
  void next(BiConsumer<String, String> learner) {
    ApiRequest request = requests.next();
    boolean mayFail = !faults.store().isEmpty();
    ApiResponse answer = pipeline.process(request);
    if (mayFail && answer.status() != OK) {
      codes.merge("HTTP " + answer.status(), 1, Integer::sum);
      return;
    }
    JsonNode response = JSON.readTree(answer.body()).path("Response");
    String code = response.at("/Error/Code").asString("");
    assertThat(answer.status()).as(describe(request)).isEqualTo(OK);
    assertThat(response.path("RequestId").asString("")).as(describe(request)).matches(UUID);
    assertThat(code).as(describe(request)).doesNotStartWith("InternalError");
    codes.merge(code.isEmpty() ? "OK" : code, 1, Integer::sum);
    if (!mayFail) {
      String action = request.header("X-TC-Action");
      Refusal.noteByChance(action == null ? "" : action, code);
    }
    requests.learn(response, learner);
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
