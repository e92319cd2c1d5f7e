package io.tatemulator.tag;

import io.tatemulator.protocol.error.ErrorCode;

/** The errors of the service tag that other services do not have. */
public enum TagError implements ErrorCode {
  TAGS_NOT_VALID("InvalidParameter"),
  TAG_DUPLICATED("InvalidParameter.Tag"),
  RESOURCE_DESCRIPTION("InvalidParameterValue.ResourceDescriptionError"),
  SERVICE_TYPE("InvalidParameterValue.ServiceTypeInvalid"),
  REGION("InvalidParameterValue.RegionInvalid"),
  RESOURCE_PREFIX("InvalidParameterValue.ResourcePrefixInvalid"),
  RESOURCE_ID("InvalidParameterValue.ResourceIdInvalid"),
  DELETE_TAGS("InvalidParameterValue.DeleteTagsParamError"),
  TAG_KEY_EMPTY("InvalidParameterValue.TagKeyEmpty"),
  TAG_KEY_LENGTH("InvalidParameterValue.TagKeyLengthExceeded"),
  TAG_KEY_CHARACTERS("InvalidParameterValue.TagKeyCharacterIllegal"),
  RESERVED_TAG_KEY("InvalidParameterValue.ReservedTagKey"),
  TAG_VALUE_LENGTH("InvalidParameterValue.TagValueLengthExceeded"),
  TAG_VALUE_CHARACTERS("InvalidParameterValue.TagValueCharacterIllegal"),
  TOO_MANY_TAGS("LimitExceeded.ResourceAttachedTags"),
  TAG_NOT_ATTACHED("ResourceNotFound.AttachedTagKeyNotFound");

  private final String code;

  TagError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
