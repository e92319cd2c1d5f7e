package io.tatemulator.tenant;

import io.tatemulator.support.Tenant;

/**
 * An event: the running transaction has created a tenant. Listeners create the tenant's initial
 * state.
 *
 * @param tenantId the tenant's id
 * @param tenant the tenant
 */
public record TenantCreated(long tenantId, Tenant tenant) {}
