package io.tatemulator.protocol;

import io.tatemulator.protocol.codec.AnswerWriter;
import io.tatemulator.protocol.codec.JsonBody;
import io.tatemulator.protocol.codec.RequestBinder;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorBody;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.error.ErrorTranslator;
import io.tatemulator.protocol.error.Language;
import io.tatemulator.support.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The way of every request, step by step, in the order in which the cloud's gateway looks at it.
 * Whatever happens, the outcome is one JSON envelope.
 */
@Component
final class ApiPipeline {
  /** The most bytes that a request may carry: 10 MB, the documented limit of signature v3. */
  static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

  private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z0-9]{1,24}){1,4}");

  private final Clock clock;
  private final Accounts accounts;
  private final ActionRegistry actions;
  private final JsonBody jsonBody;
  private final TenantGate gate;
  private final RequestBinder binder;
  private final AnswerWriter answers;
  private final ErrorTranslator errors;
  private final List<CallObserver> observers;

  ApiPipeline(
      Clock clock,
      Accounts accounts,
      ActionRegistry actions,
      JsonBody jsonBody,
      TenantGate gate,
      RequestBinder binder,
      AnswerWriter answers,
      ErrorTranslator errors,
      List<CallObserver> observers) {
    this.clock = clock;
    this.accounts = accounts;
    this.actions = actions;
    this.jsonBody = jsonBody;
    this.gate = gate;
    this.binder = binder;
    this.answers = answers;
    this.errors = errors;
    this.observers = observers;
  }

  byte[] answer(ApiRequest request) {
    long start = System.nanoTime();
    ApiCall call = identify(request);
    String code = "OK";
    byte[] answer;
    try {
      checkTransport(request);
      JsonNode body = jsonBody.read(request.body());
      ActionRegistry.Entry<?> action = actions.find(call);
      checkRegion(call);
      gate.enter(call.tenant());
      answer = answers.success(handle(action, body, call), call.requestId());
    } catch (Exception e) {
      ErrorBody error = errors.translate(e, call.language(), call.requestId());
      code = error.code();
      answer = answers.failure(error, call.requestId());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    for (CallObserver observer : observers) {
      observer.answered(call, code, took);
    }
    return answer;
  }

  private ApiCall identify(ApiRequest request) {
    Tenant tenant =
        new Tenant(
            accounts.of(request.header("Authorization")),
            orElse(request.header("X-TC-Region"), Tenant.DEFAULT.region()));
    return new ApiCall(
        orElse(request.header("X-TC-Action"), ""),
        orElse(request.header("X-TC-Version"), ""),
        tenant,
        Language.of(request.header("X-TC-Language")),
        newRequestId(),
        clock.instant());
  }

  private static void checkTransport(ApiRequest request) {
    if (!request.method().equals("POST")) {
      throw new ApiException(ErrorCode.METHOD_NOT_SUPPORTED, request.method());
    }
    String contentType = orElse(request.header("Content-Type"), "");
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!mediaType.equals("application/json")) {
      throw new ApiException(ErrorCode.CONTENT_TYPE_NOT_SUPPORTED, mediaType);
    }
    if (request.body().length > MAX_BODY_BYTES) {
      throw new ApiException(ErrorCode.REQUEST_TOO_LARGE, MAX_BODY_BYTES);
    }
  }

  private static void checkRegion(ApiCall call) {
    if (!REGION.matcher(call.tenant().region()).matches()) {
      throw new ApiException(ErrorCode.REGION_NOT_VALID, "X-TC-Region");
    }
  }

  private <I extends Record> Object handle(
      ActionRegistry.Entry<I> action, JsonNode body, ApiCall call) {
    return action.handler().handle(binder.bind(body, action.requestType()), call);
  }

  /** A UUID of version 4; it names a request and guards nothing, so a fast generator will do. */
  private static String newRequestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long most = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
    long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least).toString();
  }

  private static String orElse(@Nullable String value, String other) {
    return value == null || value.isBlank() ? other : value.strip();
  }
}
