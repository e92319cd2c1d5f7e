package io.tatemulator.benchmark;

import io.tatemulator.invoker.action.CreateInvoker;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;

/**
 * An action that takes and gives what CreateInvoker does and does nothing in between, so that the
 * two differ by CreateInvoker's own work alone.
 */
public final class DoNothing
    implements ActionHandler<CreateInvoker.Request, CreateInvoker.Response> {
  private static final CreateInvoker.Response ANSWER = new CreateInvoker.Response("ivk-00000000");

  @Override
  public CreateInvoker.Response handle(CreateInvoker.Request request, ApiCall call) {
    return ANSWER;
  }
}
