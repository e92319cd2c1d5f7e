package io.tatemulator.protocol;

/**
 * One action of the API. The class bears the action's name; the pipeline has checked the request
 * against the record's own declarations before the handler sees it.
 *
 * @param <I> the request record; its components are the parameters
 * @param <O> the answer record; its components are the members of {@code Response}
 */
public interface ActionHandler<I extends Record, O extends Record> {
  /**
   * Answers a request.
   *
   * @throws io.tatemulator.protocol.error.ApiException to refuse it
   */
  O handle(I request, ApiCall call);
}
