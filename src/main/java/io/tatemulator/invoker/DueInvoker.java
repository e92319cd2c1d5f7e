package io.tatemulator.invoker;

import java.time.Instant;
import java.util.List;

/**
 * An invoker that is due.
 *
 * @param id the id of its row
 * @param tenantId the id of its tenant
 * @param number the number of its public identifier
 * @param schedule its schedule
 * @param dueAt the instant at which it is due
 * @param version the version of its row, which a claim must find unchanged
 * @param fires how often it has fired so far
 * @param revisionId the current revision of its command
 * @param instanceIds the instances on which it runs the command
 * @param username the user that runs the command; empty for the command's own user
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
    String parameters) {
  /** Returns the invoker as its fire leaves it, due again at an instant. */
  public DueInvoker fired(Instant next) {
    return new DueInvoker(
        id,
        tenantId,
        number,
        schedule,
        next,
        version + 1,
        fires + 1,
        revisionId,
        instanceIds,
        username,
        parameters);
  }
}
