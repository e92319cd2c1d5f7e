package io.tatemulator.invoker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invoker that is being saved.
 *
 * @param id its row
 * @param number the number of its public identifier
 * @param tenantId its tenant's number
 * @param commandRow the row of its command
 * @param draft what its creator says of it
 * @param schedule when it fires
 * @param nextFireAt when it fires first; null for never
 * @param createdAt when it came into being
 */
record NewInvoker(
    long id,
    long number,
    long tenantId,
    long commandRow,
    InvokerDraft draft,
    Schedule schedule,
    @Nullable Instant nextFireAt,
    Instant createdAt) {}
