package io.tatemulator.protocol.error;

import java.util.List;
import java.util.Set;

/**
 * The errors of the API with the cloud's codes.
 *
 * <p>Several constants share a code where the cloud has several messages for one code. The messages
 * are in {@code errors_en.properties} and {@code errors_zh.properties} under the constant's name;
 * their arguments are, where they apply, the parameter's path first, then its value, then the
 * bounds.
 *
 * <p>Actions have error lists of their own. An error that occurs in an action whose list lacks its
 * code also declares substitute codes.
 *
 * <p>Sources: the common error table of TencentCloud API 3.0 and the error lists of the TAT
 * actions.
 */
public enum ErrorCode {
  INTERNAL_ERROR("InternalError"),
  INVALID_AUTHORIZATION("AuthFailure.InvalidAuthorization"),
  SECRET_ID_NOT_FOUND("AuthFailure.SecretIdNotFound"),
  SIGNATURE_EXPIRED("AuthFailure.SignatureExpire"),
  SIGNATURE_FAILURE("AuthFailure.SignatureFailure"),
  FORM_TOO_LARGE("AuthFailure.SignatureFailure"),
  FOREIGN_ORIGIN("AuthFailure.UnauthorizedOperation"),
  TOKEN_FAILURE("AuthFailure.TokenFailure"),
  REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded"),
  INVALID_ACTION("InvalidAction"),
  NO_SUCH_VERSION("NoSuchVersion"),
  METHOD_NOT_SUPPORTED("UnsupportedProtocol"),
  CONTENT_TYPE_NOT_SUPPORTED("UnsupportedProtocol"),
  REQUEST_TOO_LARGE("RequestSizeLimitExceeded"),
  BODY_NOT_JSON("InvalidParameter"),
  URL_PAIR_NOT_SPLIT("InvalidParameter"),
  REGION_NOT_VALID("InvalidParameterValue"),
  UNKNOWN_PARAMETER("UnknownParameter"),
  MISSING_PARAMETER("MissingParameter"),
  PARAMETER_TYPE("InvalidParameter"),
  NONCE_TYPE("InvalidParameter"),
  PARAMETER_NOT_VALID("InvalidParameter"),
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
  NOT_ONE_OF("InvalidParameterValue.Range"),
  RANGE("InvalidParameterValue.Range"),
  SUPPORT_PARAMETERS_ONLY_IF_ENABLE_PARAMETER(
      "InvalidParameterValue.SupportParametersOnlyIfEnableParameter"),
  TOO_LARGE("InvalidParameterValue.TooLarge"),
  TOO_LONG("InvalidParameterValue.TooLong", "InvalidParameterValue.Range"),
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

  ErrorCode(String code, String... substitutes) {
    this.code = code;
    this.substitutes = List.of(substitutes);
  }

  /** Returns the code for {@code Response.Error.Code} if the action's error list has it. */
  public String code() {
    return code;
  }

  /**
   * Returns the code for {@code Response.Error.Code} of an action: the error's own code, or a
   * substitute if the action's error list has only that.
   *
   * @param listed the codes in the action's error list
   */
  public String codeIn(Set<String> listed) {
    return listed.contains(code)
        ? code
        : substitutes.stream().filter(listed::contains).findFirst().orElse(code);
  }
}
