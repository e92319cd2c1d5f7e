package io.tatemulator.invoker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller wants changed of an invoker; what is null stays. */
public record InvokerChange(
    @Nullable String name,
    @Nullable String type,
    @Nullable String commandId,
    @Nullable String username,
    @Nullable String parameters,
    @Nullable List<String> instanceIds,
    @Nullable ScheduleSettings settings) {}
