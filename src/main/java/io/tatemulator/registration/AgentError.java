package io.tatemulator.registration;

import io.tatemulator.protocol.error.ErrorCode;

/**
 * The errors of requests from agents. The cloud's codes for them are not published, and no agent
 * interprets them, so these follow those of the API.
 */
public enum AgentError implements ErrorCode {
  IDENTITY_MISSING("AuthFailure.InvalidAuthorization"),
  SIGNATURE_FAILURE("AuthFailure.SignatureFailure"),
  SIGNATURE_EXPIRED("AuthFailure.SignatureExpire"),
  SIGNATURE_USED("AuthFailure.SignatureFailure"),
  REGISTER_CODE_NOT_VALID("AuthFailure.RegisterCodeInvalid"),
  REGISTER_CODE_DISABLED("OperationDenied.RegisterCodeDisabled"),
  REGISTER_CODE_EXPIRED("OperationDenied.RegisterCodeExpired"),
  ADDRESS_NOT_ALLOWED("OperationDenied.IpAddressNotAllowed"),
  REGISTER_LIMIT_EXCEEDED("LimitExceeded.RegisterLimit"),
  BODY_NOT_JSON("InvalidParameter"),
  MEMBER_MISSING("MissingParameter"),
  MEMBER_NOT_VALID("InvalidParameterValue"),
  PUBLIC_KEY_NOT_VALID("InvalidParameterValue.PublicKey"),
  ACTION_UNKNOWN("InvalidAction"),
  REQUEST_TOO_LARGE("RequestSizeLimitExceeded"),
  MACHINE_NOT_FOUND("ResourceNotFound.InstanceNotFound"),
  TASK_NOT_FOUND("ResourceNotFound.InvocationTaskNotFound"),
  TASK_NOT_STARTABLE("OperationDenied.InvocationTaskNotStartable"),
  REPORT_NOT_STORED("InternalError"),
  TOO_MANY_REQUESTS("RequestLimitExceeded"),
  NO_COS_CREDENTIAL("ResourceNotFound.RoleNotFound");

  private final String code;

  AgentError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
