package io.tatemulator.invocation.action;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.CommandPartsContract;

class RunCommandPartsTest extends CommandPartsContract {
  @Override
  protected Answer apply(Body parts) {
    Body good =
        Body.run(INSTANCE).with("EnableParameter", true).with("Parameters", "{\"p\": \"1\"}");
    return api.call("RunCommand", good.over(parts));
  }

  @Override
  protected String repeatedNameCode() {
    return "InvalidParameter.ParameterNameDuplicated";
  }
}
