package io.tatemulator.protocol.error;

import java.util.Set;
import java.util.stream.Collectors;

/** The error codes that every TencentCloud API shares, as its common error table has them. */
public final class CommonCodes {
  /** All of them. */
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
