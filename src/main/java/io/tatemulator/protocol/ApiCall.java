package io.tatemulator.protocol;

import io.tatemulator.protocol.error.Language;
import io.tatemulator.support.Tenant;
import java.time.Instant;

/**
 * Who calls what: everything about a request but its parameters.
 *
 * @param action the action's name; empty when the caller gave none
 * @param version the API version; empty when the caller gave none
 * @param tenant the caller's account and region
 * @param language the language of error messages
 * @param requestId the identifier that the answer carries, a lower-case UUID
 * @param receivedAt when the request arrived, on the emulator's clock
 */
public record ApiCall(
    String action,
    String version,
    Tenant tenant,
    Language language,
    String requestId,
    Instant receivedAt) {

  /** The same call, now that its account is known. */
  ApiCall of(String account) {
    return new ApiCall(
        action, version, new Tenant(account, tenant.region()), language, requestId, receivedAt);
  }
}
