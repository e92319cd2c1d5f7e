package io.tatemulator.catalog;

import java.util.Set;
import java.util.stream.Collectors;

/** The error codes in the error lists of the TAT actions, version 2020-10-28. */
public final class DocumentedCodes {
  /** All of them, of whatever action. */
  public static final Set<String> ALL =
      """
              AuthFailure
              AuthFailure.UnauthorizedOperation
              FailedOperation.CVMError
              FailedOperation.LighthouseError
              FailedOperation.TagOperationFailed
              InternalError
              InvalidFilter
              InvalidParameter
              InvalidParameter.ConflictParameter
              InvalidParameter.InvalidUsername
              InvalidParameter.ParameterNameDuplicated
              InvalidParameterValue
              InvalidParameterValue.AgentUnsupportedCommandType
              InvalidParameterValue.CommandContentInvalid
              InvalidParameterValue.CommandNameDuplicated
              InvalidParameterValue.ID
              InvalidParameterValue.InconsistentID
              InvalidParameterValue.InconsistentInstance
              InvalidParameterValue.InstanceIsNotRelatedToInvocation
              InvalidParameterValue.InvalidCommandId
              InvalidParameterValue.InvalidCommandName
              InvalidParameterValue.InvalidContent
              InvalidParameterValue.InvalidCronExpression
              InvalidParameterValue.InvalidFilter
              InvalidParameterValue.InvalidInstanceId
              InvalidParameterValue.InvalidInvocationId
              InvalidParameterValue.InvalidInvocationTaskId
              InvalidParameterValue.InvalidInvokerId
              InvalidParameterValue.InvalidOutputCOSBucketUrl
              InvalidParameterValue.InvalidOutputCOSKeyPrefix
              InvalidParameterValue.InvalidRegisterCodeId
              InvalidParameterValue.InvalidRegisterInstanceId
              InvalidParameterValue.InvalidSceneId
              InvalidParameterValue.InvalidSceneName
              InvalidParameterValue.InvalidTimeFormat
              InvalidParameterValue.InvalidUsername
              InvalidParameterValue.InvalidWorkingDirectory
              InvalidParameterValue.InvokeTimeExpired
              InvalidParameterValue.LackOfParameterInfo
              InvalidParameterValue.LackOfParameters
              InvalidParameterValue.LimitExceeded
              InvalidParameterValue.ParameterDisabled
              InvalidParameterValue.ParameterInvalidJsonFormat
              InvalidParameterValue.ParameterKeyContainsInvalidChar
              InvalidParameterValue.ParameterKeyDuplicated
              InvalidParameterValue.ParameterKeyLenExceeded
              InvalidParameterValue.ParameterNumberExceeded
              InvalidParameterValue.ParameterValueNotString
              InvalidParameterValue.Range
              InvalidParameterValue.SupportParametersOnlyIfEnableParameter
              InvalidParameterValue.TooLarge
              InvalidParameterValue.TooLong
              InvalidParameterValue.TooSmall
              LimitExceeded
              LimitExceeded.FilterValueExceeded
              MissingParameter
              OperationDenied
              ResourceNotFound
              ResourceNotFound.CommandNotFound
              ResourceNotFound.CosBucketNotFoundCode
              ResourceNotFound.InstanceNotFound
              ResourceNotFound.InvocationNotFound
              ResourceNotFound.RegisterCodesNotFoundCode
              ResourceNotFound.RegisterInstanceNotFoundCode
              ResourceNotFound.RoleNotFound
              ResourceUnavailable
              ResourceUnavailable.AgentNotInstalled
              ResourceUnavailable.AgentStatusNotOnline
              ResourceUnavailable.CommandInExecuting
              ResourceUnavailable.CommandInInvoker
              ResourceUnavailable.InstanceStateNotRunning
              ResourceUnavailable.InvalidResourceQuotaResourceCode
              ResourceUnavailable.LighthouseUnsupportedRegion
              ResourceUnavailable.UserHasNoQuotaCode
              UnauthorizedOperation.AssumeRoleUnauthorized
              UnauthorizedOperation.CamAuthFailed
              UnauthorizedOperation.InvalidToken
              UnauthorizedOperation.MFAExpired
              UnauthorizedOperation.MFANotFound
              UnauthorizedOperation.NeedApproval
              UnknownParameter
              UnsupportedOperation
              """
          .lines()
          .collect(Collectors.toUnmodifiableSet());

  private DocumentedCodes() {}
}
