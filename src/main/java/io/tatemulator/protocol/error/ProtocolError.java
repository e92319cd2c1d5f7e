package io.tatemulator.protocol.error;

import java.util.List;

/** The errors of requests to any service of TencentCloud API 3.0, from its common error table. */
public enum ProtocolError implements ErrorCode {
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
  REGION_NOT_VALID("InvalidParameterValue"),
  UNKNOWN_PARAMETER("UnknownParameter"),
  MISSING_PARAMETER("MissingParameter"),
  PARAMETER_NOT_VALID("InvalidParameter"),
  PARAMETER_TYPE("InvalidParameter"),
  NULL_CHARACTER("InvalidParameter"),
  NONCE_TYPE("InvalidParameter"),
  BODY_NOT_JSON("InvalidParameter"),
  URL_PAIR_NOT_SPLIT("InvalidParameter"),
  RANGE("InvalidParameterValue.Range"),
  NOT_ONE_OF("InvalidParameterValue.Range"),
  TOO_LONG("InvalidParameterValue.TooLong", "InvalidParameterValue.Range");

  private final String code;

  // List.of returns an immutable list, which the type does not express.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> substitutes;

  ProtocolError(String code, String... substitutes) {
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
