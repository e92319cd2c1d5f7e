package io.tatemulator.protocol;

import io.tatemulator.protocol.error.Language;
import io.tatemulator.support.Tenant;
import java.time.Instant;

/**
 * The metadata of a request: everything but its parameters.
 *
 * @param action the action's name; empty when missing
 * @param version the API version; empty when missing
 * @param tenant the client's account and region
 * @param language the language of error messages
 * @param requestId the id in the response, a lower-case UUID
 * @param receivedAt when the request arrived, on the emulator's clock
 */
public record RequestContext(
    String action,
    String version,
    Tenant tenant,
    Language language,
    String requestId,
    Instant receivedAt) {

  /** Returns the same metadata with the authenticated account. */
  RequestContext of(String account) {
    return new RequestContext(
        action, version, new Tenant(account, tenant.region()), language, requestId, receivedAt);
  }
}
