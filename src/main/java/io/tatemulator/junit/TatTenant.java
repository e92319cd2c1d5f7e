package io.tatemulator.junit;

import io.tatemulator.client.ControlClient;
import io.tatemulator.client.Invocation;
import io.tatemulator.client.InvokerRecord;
import io.tatemulator.client.LoggedRequest;
import io.tatemulator.client.Tenant;
import io.tatemulator.client.TenantClient;
import java.net.URI;
import java.util.List;

/**
 * The tenant of a test. Its SecretId is unique, so no other test sees its state.
 *
 * @param endpoint the endpoint for clients, such as {@code http://127.0.0.1:40123}
 * @param secretId the client's SecretId
 * @param secretKey the client's SecretKey
 * @param tenant the account of the SecretId, and the default region
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

  /** Returns a client for this tenant's state. */
  public TenantClient client() {
    return control.tenant(tenant);
  }

  /** Returns all invocations with their tasks, newest first. */
  public List<Invocation> invocations() {
    return client().invocations();
  }

  /** Returns the records of all invokers, newest first. */
  public List<InvokerRecord> records() {
    return client().records();
  }

  /** Returns all requests that the journal holds, newest first. */
  public List<LoggedRequest> requests() {
    return client().requests();
  }
}
