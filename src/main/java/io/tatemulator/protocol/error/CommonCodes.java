package io.tatemulator.protocol.error;

import java.util.Set;
import java.util.stream.Collectors;

/** The error codes that every TencentCloud API shares, from its common error table. */
public final class CommonCodes {
  /** All common error codes. */
  public static final Set<String> ALL =
      """
              ActionOffline
              AuthFailure.InvalidAuthorization
              AuthFailure.InvalidSecretId
              AuthFailure.MFAFailure
              AuthFailure.SecretIdNotFound
              AuthFailure.SignatureExpire
              AuthFailure.SignatureFailure
              AuthFailure.TokenFailure
              AuthFailure.UnauthorizedOperation
              DryRunOperation
              FailedOperation
              InternalError
              InvalidAction
              InvalidParameter
              InvalidParameterValue
              InvalidRequest
              IpInBlacklist
              IpNotInWhitelist
              LimitExceeded
              MissingParameter
              NoSuchProduct
              NoSuchVersion
              RequestLimitExceeded
              RequestLimitExceeded.GlobalRegionUinLimitExceeded
              RequestLimitExceeded.IPLimitExceeded
              RequestLimitExceeded.UinLimitExceeded
              RequestSizeLimitExceeded
              ResourceInUse
              ResourceInsufficient
              ResourceNotFound
              ResourceUnavailable
              ResponseSizeLimitExceeded
              ServiceUnavailable
              UnauthorizedOperation
              UnknownParameter
              UnsupportedOperation
              UnsupportedProtocol
              UnsupportedRegion
              """
          .lines()
          .collect(Collectors.toUnmodifiableSet());

  private CommonCodes() {}
}
