package io.tatemulator.registration.action;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.registration.RegisterInstance;
import io.tatemulator.registration.RegisterInstanceService;
import io.tatemulator.tat.TatAction;
import org.springframework.stereotype.Component;

/** Renames a managed instance. */
@ActionDoc(
    value = "Renames a managed instance.",
    inferred = {
      "An unknown instance is InvalidRegisterInstanceId, the only applicable code of the action."
    })
@Component
public final class ModifyRegisterInstance
    implements TatAction<ModifyRegisterInstance.Request, ModifyRegisterInstance.Response> {
  private final RegisterInstanceService instances;

  ModifyRegisterInstance(RegisterInstanceService instances) {
    this.instances = instances;
  }

  /**
   * The request, as documented for ModifyRegisterInstance.
   *
   * @param instanceName the new name, 1 to 60 characters
   */
  public record Request(
      @Required
          @Pattern(
              value = RegisterInstance.ID_PATTERN,
              error = "InvalidParameterValue.InvalidRegisterInstanceId")
          String instanceId,
      @Required @Size(max = 60) @Pattern(value = "(?s).+", error = "InvalidParameterValue")
          String instanceName) {}

  /** The response, which has no members of its own. */
  public record Response() {}

  @Override
  public Response handle(Request request, RequestContext context) {
    instances.rename(context.tenant(), request.instanceId(), request.instanceName());
    return new Response();
  }
}
