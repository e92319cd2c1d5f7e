package io.tatemulator.tag.action;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tag.ResourceTags;
import io.tatemulator.tag.Tag;
import io.tatemulator.tag.TagError;
import io.tatemulator.tag.TagService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes the tags of a resource. */
@ActionDoc(
    value = "Changes the tags of a command or an invoker, as Terraform does.",
    raises = {
      "InvalidParameter",
      "InvalidParameter.Tag",
      "InvalidParameterValue.DeleteTagsParamError",
      "InvalidParameterValue.RegionInvalid",
      "InvalidParameterValue.ReservedTagKey",
      "InvalidParameterValue.ResourceDescriptionError",
      "InvalidParameterValue.ResourceIdInvalid",
      "InvalidParameterValue.ResourcePrefixInvalid",
      "InvalidParameterValue.ServiceTypeInvalid",
      "InvalidParameterValue.TagKeyCharacterIllegal",
      "InvalidParameterValue.TagValueCharacterIllegal",
      "LimitExceeded.ResourceAttachedTags",
      "ResourceNotFound.AttachedTagKeyNotFound"
    },
    inferred = {
      "Only commands and invokers of the client's own account can be tagged, not the public commands.",
      "The category of a tag is ignored.",
      "The values of existing keys are replaced in place; new tags follow."
    })
@Component
public final class ModifyResourceTags
    implements ActionHandler<ModifyResourceTags.Request, ModifyResourceTags.Response> {
  private final ResourceTags tags;

  ModifyResourceTags(ResourceTags tags) {
    this.tags = tags;
  }

  /**
   * The request, as documented for ModifyResourceTags.
   *
   * @param resource the six-segment description of the resource
   * @param replaceTags the tags to add, or whose values to change
   * @param deleteTags the keys of the tags to remove
   */
  public record Request(
      @Required String resource,
      @Nullable List<NewTag> replaceTags,
      @Nullable List<TagKeyObject> deleteTags) {}

  /**
   * A tag, as documented for the type Tag of the service tag.
   *
   * @param category whether users or the cloud have defined it; ignored
   * @param tagKey its key
   * @param tagValue its value; it may be empty
   */
  public record NewTag(
      @Nullable String category,
      @Required
          @Size(max = 127, error = "InvalidParameterValue.TagKeyLengthExceeded") @Pattern(value = "(?s).+", error = "InvalidParameterValue.TagKeyEmpty")
          String tagKey,
      @Required @Size(max = 255, error = "InvalidParameterValue.TagValueLengthExceeded") String tagValue) {}

  /** The key of a tag, as documented for the type TagKeyObject. */
  public record TagKeyObject(
      @Required
          @Size(max = 127, error = "InvalidParameterValue.TagKeyLengthExceeded") @Pattern(value = "(?s).+", error = "InvalidParameterValue.TagKeyEmpty")
          String tagKey) {}

  /** The response, which has no members. */
  public record Response() {}

  @Override
  public ServiceModel service() {
    return TagService.MODEL;
  }

  @Override
  public Response handle(Request request, RequestContext context) {
    requireNotEmpty("ReplaceTags", request.replaceTags());
    requireNotEmpty("DeleteTags", request.deleteTags());
    if (request.replaceTags() == null && request.deleteTags() == null) {
      throw new ApiException(TagError.TAGS_NOT_VALID, "ReplaceTags");
    }
    tags.change(
        context.tenant().account(),
        request.resource(),
        orEmpty(request.replaceTags()).stream()
            .map(tag -> new Tag(tag.tagKey(), tag.tagValue()))
            .toList(),
        orEmpty(request.deleteTags()).stream().map(TagKeyObject::tagKey).toList());
    return new Response();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static void requireNotEmpty(String path, @Nullable List<?> list) {
    if (list != null && list.isEmpty()) {
      throw new ApiException(TagError.TAGS_NOT_VALID, path);
    }
  }
}
