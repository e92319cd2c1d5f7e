package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.Documented;
import io.tatemulator.protocol.codec.Length;
import io.tatemulator.protocol.codec.Matches;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.registration.RegisterInstance;
import io.tatemulator.registration.RegisterInstanceService;
import org.springframework.stereotype.Component;

/** Renames a managed instance. */
@Documented(
    value = "Renames a managed instance.",
    inferred = {
      "An unknown instance is InvalidRegisterInstanceId, the only code of the action that fits."
    })
@Component
public final class ModifyRegisterInstance
    implements ActionHandler<ModifyRegisterInstance.Request, ModifyRegisterInstance.Response> {
  private final RegisterInstanceService instances;

  ModifyRegisterInstance(RegisterInstanceService instances) {
    this.instances = instances;
  }

  /**
   * As documented for ModifyRegisterInstance.
   *
   * @param instanceName the new name, 1 to 60 characters
   */
  public record Request(
      @Required
          @Matches(
              value = RegisterInstance.ID_PATTERN,
              error = ErrorCode.INVALID_REGISTER_INSTANCE_ID)
          String instanceId,
      @Required @Length(max = 60) @Matches(value = "(?s).+", error = ErrorCode.VALUE_NOT_VALID)
          String instanceName) {}

  /** The answer has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, ApiCall call) {
    instances.rename(call.tenant(), request.instanceId(), request.instanceName());
    return new Response();
  }
}
