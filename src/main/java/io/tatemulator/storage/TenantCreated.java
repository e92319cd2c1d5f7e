package io.tatemulator.storage;

import io.tatemulator.support.Tenant;

/**
 * An event: the running transaction has created a tenant. Whoever gives tenants what they have from
 * the first listens.
 *
 * @param tenantId the tenant's number
 * @param tenant the tenant
 */
public record TenantCreated(long tenantId, Tenant tenant) {}
