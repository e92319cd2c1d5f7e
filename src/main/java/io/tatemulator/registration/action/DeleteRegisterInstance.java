package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.registration.RegisterInstance;
import io.tatemulator.registration.RegisterInstanceService;
import org.springframework.stereotype.Component;

/** Forgets a managed instance. */
@Documented(
    value = "Forgets a managed instance.",
    raises = {ErrorCode.REGISTER_INSTANCE_NOT_FOUND})
@Component
public final class DeleteRegisterInstance
    implements ActionHandler<DeleteRegisterInstance.Request, DeleteRegisterInstance.Response> {
  private final RegisterInstanceService instances;

  DeleteRegisterInstance(RegisterInstanceService instances) {
    this.instances = instances;
  }

  /**
   * As documented for DeleteRegisterInstance.
   *
   * @param instanceId the instance
   */
  public record Request(
      @Required
          @Matches(
              value = RegisterInstance.ID_PATTERN,
              error = ErrorCode.INVALID_REGISTER_INSTANCE_ID)
          String instanceId) {}

  /** The answer has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, ApiCall call) {
    instances.delete(call.tenant(), request.instanceId());
    return new Response();
  }
}
