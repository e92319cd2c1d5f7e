package io.tatemulator.junit;

import io.tatemulator.client.ControlClient;
import io.tatemulator.support.Tenant;
import java.net.URI;

/**
 * Who a test is to the emulator: nobody else has its SecretId, so nobody else sees its state.
 *
 * @param endpoint where to point a client, such as {@code http://127.0.0.1:40123}
 * @param secretId the client's SecretId
 * @param secretKey the client's SecretKey
 * @param tenant the account that follows from the SecretId, and the default region
 * @param control steers the emulator
 */
public record TatTenant(
    URI endpoint, String secretId, String secretKey, Tenant tenant, ControlClient control) {
  /** The endpoint as the SDKs take it, without its scheme. */
  public String authority() {
    return endpoint.getAuthority();
  }

  /** The region, which a client has to name. */
  public String region() {
    return tenant.region();
  }

  /** The account. */
  public String account() {
    return tenant.account();
  }
}
