package io.tatemulator.protocol;

import io.tatemulator.protocol.codec.RequestBinder;
import io.tatemulator.protocol.codec.ResponseWriter;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorBody;
import io.tatemulator.protocol.error.ErrorTranslator;
import io.tatemulator.protocol.error.Language;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.fault.Latency;
import io.tatemulator.protocol.limit.RateLimit;
import io.tatemulator.protocol.signature.Authenticator;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.CommonParameters;
import io.tatemulator.protocol.wire.ParsedRequest;
import io.tatemulator.protocol.wire.RequestParser;
import io.tatemulator.support.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Processes requests in the order of the checks of the cloud's gateway. Every outcome is one JSON
 * envelope.
 */
@Component
final class ApiPipeline {
  private static final Logger LOG = LoggerFactory.getLogger(ApiPipeline.class);

  private final Clock clock;
  private final RequestIds requestIds;
  private final RequestParser parser;
  private final ActionRegistry actions;
  private final Authenticator authenticator;
  private final RateLimit rate;
  private final FaultInjector faults;
  private final Latency latency;
  private final TenantScope tenants;
  private final RequestBinder binder;
  private final ResponseWriter responses;
  private final ErrorTranslator errors;
  private final List<RequestObserver> observers;

  ApiPipeline(
      Clock clock,
      RequestIds requestIds,
      RequestParser parser,
      ActionRegistry actions,
      Authenticator authenticator,
      RateLimit rate,
      FaultInjector faults,
      Latency latency,
      TenantScope tenants,
      RequestBinder binder,
      ResponseWriter responses,
      ErrorTranslator errors,
      List<RequestObserver> observers) {
    this.clock = clock;
    this.requestIds = requestIds;
    this.parser = parser;
    this.actions = actions;
    this.authenticator = authenticator;
    this.rate = rate;
    this.faults = faults;
    this.latency = latency;
    this.tenants = tenants;
    this.binder = binder;
    this.responses = responses;
    this.errors = errors;
    this.observers = observers;
  }

  ApiResponse process(ApiRequest request) {
    long start = System.nanoTime();
    ParsedRequest parsed = parser.parse(request);
    RequestContext context = identify(parsed.common());
    InjectedFault fault = InjectedFault.NONE;
    Object result = null;
    ErrorBody error = null;
    byte[] body;
    try {
      ParsedRequest.Parameters parameters = parsed.parametersOrThrow();
      ActionRegistry.Entry<?> action = actions.find(context);
      context = context.of(authenticator.authenticate(request, parsed));
      rate.count(context.tenant().account(), context.action());
      fault = faults.next(context).orElse(InjectedFault.NONE);
      fault.apply(latency);
      checkRegion(context, parsed.common());
      RequestContext authenticated = context;
      result = tenants.inTenant(context.tenant(), () -> handle(action, parameters, authenticated));
      body = responses.success(result, context.requestId());
    } catch (Exception e) {
      error =
          errors.translate(e, actions.errorList(context), context.language(), context.requestId());
      body = responses.failure(error, context.requestId());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    notifyObservers(new CompletedRequest(context, request, parsed, fault, result, error, took));
    return new ApiResponse(body, fault);
  }

  /** Exceptions and errors of an observer affect neither the client nor other observers. */
  private void notifyObservers(CompletedRequest completed) {
    for (RequestObserver observer : observers) {
      try {
        observer.onCompleted(completed);
      } catch (Throwable e) {
        LOG.error("observer of request {} failed", completed.context().requestId(), e);
      }
    }
  }

  private RequestContext identify(CommonParameters common) {
    String region = common.get("Region");
    return new RequestContext(
        common.get("Action"),
        common.get("Version"),
        new Tenant(Tenant.DEFAULT.account(), region.isEmpty() ? Tenant.DEFAULT.region() : region),
        Language.of(common.get("Language")),
        requestIds.next(),
        clock.instant());
  }

  private static void checkRegion(RequestContext context, CommonParameters common) {
    if (!Tenant.isRegion(context.tenant().region())) {
      throw new ApiException(ProtocolError.REGION_NOT_VALID, common.spelling("Region"));
    }
  }

  private <I extends Record> Object handle(
      ActionRegistry.Entry<I> action, ParsedRequest.Parameters parameters, RequestContext context) {
    Class<I> type = action.requestType();
    ActionHandler<I, ?> handler = action.handler();
    return handler.handle(binder.bind(parameters.as(type), type, handler.service()), context);
  }
}
