package io.tatemulator.registration;

/**
 * An event: the running transaction has deleted a managed instance.
 *
 * @param tenantId its tenant
 * @param instanceId its identifier
 */
public record MachineDeleted(long tenantId, String instanceId) {}
