package io.tatemulator.invoker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of an invoker; null fields keep their values. */
public record InvokerChange(
    @Nullable String name,
    @Nullable String type,
    @Nullable String commandId,
    @Nullable String username,
    @Nullable String parameters,
    @Nullable List<String> instanceIds,
    @Nullable ScheduleSettings settings) {}
