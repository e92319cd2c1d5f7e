package io.tatemulator.command.action;

import io.tatemulator.command.Scene;
import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.query.Filter;
import io.tatemulator.query.FilterRule;
import io.tatemulator.query.FilterRules;
import io.tatemulator.query.Page;
import io.tatemulator.tat.TatAction;
import io.tatemulator.tat.TatError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the scenes of public commands. */
@ActionDoc(
    value = "Lists the scenes of public commands.",
    checks = FilterRules.class,
    raises = {"InvalidParameterValue.InvalidSceneName", "LimitExceeded.FilterValueExceeded"},
    inferred = {
      "The scenes are those of the published samples.",
      "A scene's name has at most 60 characters and no control characters."
    })
@Component
public final class DescribeScenes
    implements TatAction<DescribeScenes.Request, DescribeScenes.Response> {
  private static final String CREATOR = "TAT";

  private static final FilterRules FILTERS =
      new FilterRules(
          "SceneIds",
          TatError.INVALID_FILTER,
          TatError.FILTER_VALUES_EXCEEDED,
          List.of(
              FilterRule.id("scene-id", Scene.PATTERN, TatError.INVALID_SCENE_ID),
              new FilterRule("scene-name", Scene.NAME, TatError.INVALID_SCENE_NAME),
              FilterRule.oneOf("created-by", CREATOR)));

  /** The request, as documented for DescribeScenes. */
  public record Request(
      @Size(max = 100, error = "InvalidParameterValue") @Pattern(value = Scene.PATTERN, error = "InvalidParameterValue.InvalidSceneId") @Nullable List<String> sceneIds,
      @Nullable List<Filter> filters,
      @Range(min = 0, max = Page.MAX_LIMIT, above = "InvalidParameterValue") @Nullable Long limit,
      @Nullable Long offset) {}

  /**
   * The response.
   *
   * @param totalCount the number of matching scenes on all pages
   * @param sceneSet the scenes of this page
   */
  public record Response(long totalCount, List<Item> sceneSet) {}

  /** A scene, as documented for the type Scene. */
  public record Item(
      String sceneId,
      String sceneName,
      String createdBy,
      Instant createdTime,
      Instant updatedTime) {}

  @Override
  public Response handle(Request request, RequestContext context) {
    List<Filter> filters = FILTERS.validate(request.sceneIds(), request.filters());
    List<String> ids = Objects.requireNonNullElse(request.sceneIds(), List.of());
    List<Item> scenes =
        Arrays.stream(Scene.values())
            .filter(scene -> ids.isEmpty() || ids.contains(scene.sceneId()))
            .filter(scene -> filters.stream().allMatch(filter -> matches(filter, scene)))
            .map(
                scene ->
                    new Item(
                        scene.sceneId(), scene.sceneName(), CREATOR, Scene.CREATED, Scene.CREATED))
            .toList();
    return new Response(scenes.size(), Page.of(request.offset(), request.limit()).of(scenes));
  }

  private static boolean matches(Filter filter, Scene scene) {
    String value =
        switch (filter.name()) {
          case "scene-id" -> scene.sceneId();
          case "scene-name" -> scene.sceneName();
          default -> CREATOR;
        };
    return filter.values().contains(value);
  }
}
