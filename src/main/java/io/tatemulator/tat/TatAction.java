package io.tatemulator.tat;

import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ServiceModel;

/**
 * Handles one action of TAT.
 *
 * @param <I> the request record; its components are the parameters
 * @param <O> the response record; its components are the members of {@code Response}
 */
public interface TatAction<I extends Record, O extends Record> extends ActionHandler<I, O> {
  @Override
  default ServiceModel service() {
    return TatService.MODEL;
  }
}
