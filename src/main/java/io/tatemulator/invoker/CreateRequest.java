package io.tatemulator.invoker;

import java.time.Instant;
import java.util.Map;

/**
 * A request to create an invoker, validated as far as possible without the database.
 *
 * @param tenantId the id of its tenant
 * @param draft the description of the invoker
 * @param parameters the custom parameters of the draft
 * @param schedule the schedule of the draft
 * @param at the time of the request
 */
record CreateRequest(
    long tenantId,
    InvokerDraft draft,
    Map<String, String> parameters,
    Schedule schedule,
    Instant at) {}
