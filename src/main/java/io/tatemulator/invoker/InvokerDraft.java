package io.tatemulator.invoker;

import io.tatemulator.tag.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of an invoker in a request.
 *
 * @param username empty for the command's own user
 * @param parameters a JSON object; empty for none
 * @param settings its schedule; null when missing
 */
public record InvokerDraft(
    String name,
    String type,
    String commandId,
    List<String> instanceIds,
    String username,
    String parameters,
    @Nullable ScheduleSettings settings,
    List<Tag> tags) {}
