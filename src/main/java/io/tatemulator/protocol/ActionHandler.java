package io.tatemulator.protocol;

/**
 * Handles one action of the API. The class has the action's name; the pipeline validates a request
 * against the record's declarations before it calls the handler.
 *
 * @param <I> the request record; its components are the parameters
 * @param <O> the response record; its components are the members of {@code Response}
 */
public interface ActionHandler<I extends Record, O extends Record> {
  /** Returns the service that has the action. */
  ServiceModel service();

  /**
   * Handles a request.
   *
   * @throws io.tatemulator.protocol.error.ApiException to return an error
   */
  O handle(I request, RequestContext context);
}
