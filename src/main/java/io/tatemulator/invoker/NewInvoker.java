package io.tatemulator.invoker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invoker to insert.
 *
 * @param id the id of its row
 * @param number the number of its public identifier
 * @param tenantId the id of its tenant
 * @param commandRow the id of its command's row
 * @param draft its description in the request
 * @param schedule its schedule
 * @param nextFireAt when it fires first; null for never
 * @param createdAt when it is created
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
