package io.tatemulator.storage;

/**
 * An event: the running transaction has created a tenant. Whoever gives tenants what they have from
 * the first listens.
 *
 * @param tenantId the tenant's number
 */
public record TenantCreated(long tenantId) {}
