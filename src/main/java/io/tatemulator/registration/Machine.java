package io.tatemulator.registration;

import io.tatemulator.instance.Instance;

/**
 * A machine that registers itself.
 *
 * @param machineId its identifier, which several agents on one host share
 * @param publicKey the key that will verify its signatures, in PEM
 * @param platform its operating system
 * @param hostName its host name
 * @param localIp its address in its own network
 */
public record Machine(
    String machineId,
    String publicKey,
    Instance.Platform platform,
    String hostName,
    String localIp) {}
