package io.tatemulator.command.action;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.CommandPartsContract;
import java.util.UUID;

class ModifyCommandPartsTest extends CommandPartsContract {
  @Override
  protected Answer apply(Body parts) {
    String name = UUID.randomUUID().toString();
    String id = api.createCommand(Body.command(name).with("EnableParameter", true));
    return api.call("ModifyCommand", Body.of("{}").with("CommandId", id).over(parts));
  }

  @Override
  protected String repeatedNameCode() {
    return "InvalidParameterValue.ParameterKeyDuplicated";
  }

  // The action documents no InvalidParameterValue.InvalidUsername.
  @Override
  protected String usernameCode() {
    return "InvalidParameterValue";
  }
}
