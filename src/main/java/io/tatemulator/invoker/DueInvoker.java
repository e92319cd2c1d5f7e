package io.tatemulator.invoker;

import java.time.Instant;
import java.util.List;

/**
 * An invoker whose time has come.
 *
 * @param id its row
 * @param tenantId its tenant's number
 * @param number the number of its public identifier
 * @param schedule when it fires
 * @param dueAt the instant that has come
 * @param version the version of its row, which a claim must find unchanged
 * @param fires how often it has fired so far
 * @param revisionId what its command says now
 * @param instanceIds where it runs
 * @param username as whom it runs; empty for the command's own user
 * @param parameters its custom parameters, a JSON object; empty for none
 */
public record DueInvoker(
    long id,
    long tenantId,
    long number,
    Schedule schedule,
    Instant dueAt,
    long version,
    long fires,
    long revisionId,
    List<String> instanceIds,
    String username,
    String parameters) {}
