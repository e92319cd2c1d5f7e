package io.tatemulator.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance.
 *
 * @param instanceId its id
 * @param platform its operating system
 * @param state whether it is running
 * @param agent the status of its TAT agent
 * @param executor what runs its tasks; null for that of {@code tat.execution.mode}
 * @param exec the arguments that run before the interpreter of a script; null for none
 */
public record Instance(
    String instanceId,
    Platform platform,
    State state,
    Agent agent,
    @Nullable Executor executor,
    @Nullable List<String> exec) {
  /** What runs the tasks of an instance. */
  public enum Executor {
    /** Nothing: their outcomes are simulated. */
    @JsonProperty("simulated")
    SIMULATED,
    /** Processes on the emulator's host. */
    @JsonProperty("process")
    PROCESS,
    /** The TAT agent of a machine that has registered itself. */
    @JsonProperty("agent")
    AGENT
  }

  /** An operating system. */
  public enum Platform {
    /** Runs shell scripts. */
    @JsonProperty("linux")
    LINUX,
    /** Runs PowerShell and batch scripts. */
    @JsonProperty("windows")
    WINDOWS
  }

  /** Whether an instance is running. */
  public enum State {
    /** It is running. */
    @JsonProperty("running")
    RUNNING,
    /** It is stopped. */
    @JsonProperty("stopped")
    STOPPED
  }

  /** The status of an agent. */
  public enum Agent {
    /** It is installed and connected. */
    @JsonProperty("online")
    ONLINE,
    /** It is installed, but not connected. */
    @JsonProperty("offline")
    OFFLINE,
    /** It is not installed. */
    @JsonProperty("none")
    NONE
  }
}
