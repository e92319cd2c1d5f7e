package io.tatemulator.tat;

import io.tatemulator.protocol.error.ErrorCode;
import java.util.List;

/** The errors of TAT that other services do not have, from the error lists of its actions. */
public enum TatError implements ErrorCode {
  CONFLICT_PARAMETER("InvalidParameter.ConflictParameter", "InvalidParameterValue.InvalidFilter"),
  PARAMETER_NAME_DUPLICATED("InvalidParameter.ParameterNameDuplicated"),
  VALUE_NOT_VALID(
      "InvalidParameterValue", "InvalidParameterValue.InvalidFilter", "InvalidParameter"),
  COMMAND_CONTENT_INVALID("InvalidParameterValue.CommandContentInvalid"),
  COMMAND_NAME_DUPLICATED("InvalidParameterValue.CommandNameDuplicated"),
  INCONSISTENT_ID("InvalidParameterValue.InconsistentID"),
  INCONSISTENT_INSTANCE("InvalidParameterValue.InconsistentInstance"),
  INVALID_ID("InvalidParameterValue.ID"),
  INVALID_COMMAND_ID("InvalidParameterValue.InvalidCommandId"),
  INVALID_COMMAND_NAME("InvalidParameterValue.InvalidCommandName"),
  INVALID_CRON_EXPRESSION("InvalidParameterValue.InvalidCronExpression"),
  INVALID_FILTER("InvalidParameterValue.InvalidFilter"),
  INVALID_INSTANCE_ID("InvalidParameterValue.InvalidInstanceId"),
  INVALID_INVOCATION_ID("InvalidParameterValue.InvalidInvocationId"),
  INVALID_INVOCATION_TASK_ID("InvalidParameterValue.InvalidInvocationTaskId"),
  INVALID_INVOKER_ID("InvalidParameterValue.InvalidInvokerId"),
  INVALID_OUTPUT_COS_BUCKET_URL("InvalidParameterValue.InvalidOutputCOSBucketUrl"),
  INVALID_OUTPUT_COS_KEY_PREFIX("InvalidParameterValue.InvalidOutputCOSKeyPrefix"),
  INVALID_TIME_FORMAT("InvalidParameterValue.InvalidTimeFormat"),
  INVALID_USERNAME("InvalidParameterValue.InvalidUsername", "InvalidParameterValue"),
  INVALID_WORKING_DIRECTORY("InvalidParameterValue.InvalidWorkingDirectory"),
  INVOKE_TIME_EXPIRED("InvalidParameterValue.InvokeTimeExpired"),
  TOO_MANY_ITEMS(
      "InvalidParameterValue.LimitExceeded",
      "InvalidParameterValue.InvalidRegisterCodeId",
      "InvalidParameterValue.InvalidRegisterInstanceId"),
  FILTER_VALUES_EXCEEDED("LimitExceeded.FilterValueExceeded"),
  LACK_OF_PARAMETER_INFO("InvalidParameterValue.LackOfParameterInfo"),
  LACK_OF_PARAMETERS("InvalidParameterValue.LackOfParameters"),
  AGENT_UNSUPPORTED_COMMAND_TYPE("InvalidParameterValue.AgentUnsupportedCommandType"),
  INSTANCE_IS_NOT_RELATED_TO_INVOCATION("InvalidParameterValue.InstanceIsNotRelatedToInvocation"),
  INVALID_REGISTER_CODE_ID("InvalidParameterValue.InvalidRegisterCodeId"),
  INVALID_REGISTER_INSTANCE_ID("InvalidParameterValue.InvalidRegisterInstanceId"),
  INVALID_SCENE_ID("InvalidParameterValue.InvalidSceneId"),
  INVALID_SCENE_NAME("InvalidParameterValue.InvalidSceneName"),
  RUN_INVALID_USERNAME("InvalidParameter.InvalidUsername"),
  PARAMETER_DISABLED("InvalidParameterValue.ParameterDisabled", "InvalidParameter"),
  PARAMETER_INVALID_JSON_FORMAT("InvalidParameterValue.ParameterInvalidJsonFormat"),
  PARAMETER_KEY_CONTAINS_INVALID_CHAR(
      "InvalidParameterValue.ParameterKeyContainsInvalidChar",
      "InvalidParameterValue.ParameterInvalidJsonFormat"),
  PARAMETER_KEY_DUPLICATED(
      "InvalidParameterValue.ParameterKeyDuplicated",
      "InvalidParameterValue.ParameterInvalidJsonFormat"),
  PARAMETER_KEY_LEN_EXCEEDED(
      "InvalidParameterValue.ParameterKeyLenExceeded",
      "InvalidParameterValue.ParameterInvalidJsonFormat"),
  PARAMETER_NUMBER_EXCEEDED(
      "InvalidParameterValue.ParameterNumberExceeded",
      "InvalidParameterValue.ParameterInvalidJsonFormat"),
  PARAMETER_VALUE_NOT_STRING(
      "InvalidParameterValue.ParameterValueNotString",
      "InvalidParameterValue.ParameterInvalidJsonFormat"),
  SUPPORT_PARAMETERS_ONLY_IF_ENABLE_PARAMETER(
      "InvalidParameterValue.SupportParametersOnlyIfEnableParameter"),
  TOO_LARGE("InvalidParameterValue.TooLarge"),
  TOO_SMALL("InvalidParameterValue.TooSmall"),
  INVOKER_NOT_FOUND("ResourceNotFound"),
  COMMAND_NOT_FOUND("ResourceNotFound.CommandNotFound"),
  INSTANCE_NOT_FOUND("ResourceNotFound.InstanceNotFound"),
  INVOCATION_NOT_FOUND("ResourceNotFound.InvocationNotFound"),
  REGISTER_CODES_NOT_FOUND("ResourceNotFound.RegisterCodesNotFoundCode"),
  REGISTER_INSTANCE_NOT_FOUND("ResourceNotFound.RegisterInstanceNotFoundCode"),
  INSTANCE_STATE_NOT_RUNNING("ResourceUnavailable.InstanceStateNotRunning"),
  INVALID_QUOTA_RESOURCE("ResourceUnavailable.InvalidResourceQuotaResourceCode"),
  AGENT_NOT_INSTALLED("ResourceUnavailable.AgentNotInstalled"),
  AGENT_STATUS_NOT_ONLINE(
      "ResourceUnavailable.AgentStatusNotOnline", "ResourceUnavailable.AgentNotInstalled"),
  COMMAND_IN_EXECUTING("ResourceUnavailable.CommandInExecuting"),
  COMMAND_IN_INVOKER("ResourceUnavailable.CommandInInvoker"),
  QUOTA_EXCEEDED("ResourceUnavailable.UserHasNoQuotaCode", "InvalidParameter"),
  PUBLIC_COMMAND("InvalidParameterValue.InvalidCommandId");

  private final String code;

  // List.of returns an immutable list, which the type does not express.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> substitutes;

  TatError(String code, String... substitutes) {
    this.code = code;
    this.substitutes = List.of(substitutes);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public List<String> substitutes() {
    return substitutes;
  }
}
