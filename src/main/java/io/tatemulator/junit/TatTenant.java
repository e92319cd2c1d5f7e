package io.tatemulator.junit;

import io.tatemulator.client.ControlClient;
import io.tatemulator.support.Tenant;
import java.net.URI;

/**
 * The tenant of a test. Its SecretId is unique, so no other test sees its state.
 *
 * @param endpoint the endpoint for clients, such as {@code http://127.0.0.1:40123}
 * @param secretId the client's SecretId
 * @param secretKey the client's SecretKey
 * @param tenant the account derived from the SecretId, and the default region
 * @param control a client of the emulator's control API
 */
public record TatTenant(
    URI endpoint, String secretId, String secretKey, Tenant tenant, ControlClient control) {
  /** Returns the endpoint without its scheme, as the SDKs require it. */
  public String authority() {
    return endpoint.getAuthority();
  }

  /** Returns the region, which a client must specify. */
  public String region() {
    return tenant.region();
  }

  /** Returns the account. */
  public String account() {
    return tenant.account();
  }
}
