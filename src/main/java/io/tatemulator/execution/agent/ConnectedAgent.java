package io.tatemulator.execution.agent;

import io.tatemulator.instance.Instance;

/**
 * An agent whose signature has been verified.
 *
 * @param machine its managed instance
 * @param processId the id of its process, which differs after a restart; 0 if it has sent none
 * @param version its version
 */
record ConnectedAgent(Instance.Key machine, long processId, String version) {}
