package io.tatemulator.protocol;

import io.tatemulator.protocol.codec.AnswerWriter;
import io.tatemulator.protocol.codec.RequestBinder;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorBody;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.error.ErrorTranslator;
import io.tatemulator.protocol.error.Language;
import io.tatemulator.protocol.fault.FaultInjector;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.fault.Latency;
import io.tatemulator.protocol.limit.RateLimit;
import io.tatemulator.protocol.signature.Authenticator;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.CommonParameters;
import io.tatemulator.protocol.wire.Incoming;
import io.tatemulator.protocol.wire.Wire;
import io.tatemulator.support.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The way of every request, step by step, in the order in which the cloud's gateway looks at it.
 * Whatever happens, the outcome is one JSON envelope.
 */
@Component
final class ApiPipeline {
  private static final Logger LOG = LoggerFactory.getLogger(ApiPipeline.class);
  private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z0-9]{1,24}){1,4}");

  private final Clock clock;
  private final RequestIds requestIds;
  private final Wire wire;
  private final ServiceModel model;
  private final ActionRegistry actions;
  private final Authenticator authenticator;
  private final RateLimit rate;
  private final FaultInjector faults;
  private final Latency latency;
  private final TenantGate gate;
  private final RequestBinder binder;
  private final AnswerWriter answers;
  private final ErrorTranslator errors;
  private final List<CallObserver> observers;

  ApiPipeline(
      Clock clock,
      RequestIds requestIds,
      Wire wire,
      ServiceModel model,
      ActionRegistry actions,
      Authenticator authenticator,
      RateLimit rate,
      FaultInjector faults,
      Latency latency,
      TenantGate gate,
      RequestBinder binder,
      AnswerWriter answers,
      ErrorTranslator errors,
      List<CallObserver> observers) {
    this.clock = clock;
    this.requestIds = requestIds;
    this.wire = wire;
    this.model = model;
    this.actions = actions;
    this.authenticator = authenticator;
    this.rate = rate;
    this.faults = faults;
    this.latency = latency;
    this.gate = gate;
    this.binder = binder;
    this.answers = answers;
    this.errors = errors;
    this.observers = observers;
  }

  ApiAnswer answer(ApiRequest request) {
    long start = System.nanoTime();
    Incoming incoming = wire.read(request);
    ApiCall call = identify(incoming.common());
    InjectedFault fault = InjectedFault.NONE;
    Object result = null;
    ErrorBody error = null;
    byte[] body;
    try {
      Incoming.Parameters parameters = incoming.readable();
      ActionRegistry.Entry<?> action = actions.find(call);
      call = call.of(authenticator.authenticate(request, incoming));
      rate.count(call.tenant().account(), call.action());
      fault = faults.next(call).orElse(InjectedFault.NONE);
      fault.come(latency);
      checkRegion(call, incoming.common());
      ApiCall known = call;
      result = gate.within(call.tenant(), () -> handle(action, parameters, known));
      body = answers.success(result, call.requestId());
    } catch (Exception e) {
      error =
          errors.translate(e, model.errorList(call.action()), call.language(), call.requestId());
      body = answers.failure(error, call.requestId());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    notifyObservers(new AnsweredCall(call, request, incoming, fault, result, error, took));
    return new ApiAnswer(body, fault);
  }

  /** What an observer throws, an error even, must cost neither the caller nor the others. */
  private void notifyObservers(AnsweredCall answered) {
    for (CallObserver observer : observers) {
      try {
        observer.answered(answered);
      } catch (Throwable e) {
        LOG.error("an observer of request {} failed", answered.call().requestId(), e);
      }
    }
  }

  private ApiCall identify(CommonParameters common) {
    String region = common.get("Region");
    return new ApiCall(
        common.get("Action"),
        common.get("Version"),
        new Tenant(Tenant.DEFAULT.account(), region.isEmpty() ? Tenant.DEFAULT.region() : region),
        Language.of(common.get("Language")),
        requestIds.next(),
        clock.instant());
  }

  private static void checkRegion(ApiCall call, CommonParameters common) {
    if (!REGION.matcher(call.tenant().region()).matches()) {
      throw new ApiException(ErrorCode.REGION_NOT_VALID, common.spelling("Region"));
    }
  }

  private <I extends Record> Object handle(
      ActionRegistry.Entry<I> action, Incoming.Parameters parameters, ApiCall call) {
    Class<I> type = action.requestType();
    return action.handler().handle(binder.bind(parameters.as(type), type), call);
  }
}
