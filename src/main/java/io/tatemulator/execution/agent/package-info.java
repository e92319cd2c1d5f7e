/**
 * Execution of tasks by the TAT agent on machines that have registered themselves: the agent's HTTP
 * API and its WebSocket.
 */
@NullMarked
package io.tatemulator.execution.agent;

import org.jspecify.annotations.NullMarked;
