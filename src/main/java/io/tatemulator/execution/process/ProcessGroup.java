package io.tatemulator.execution.process;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills a process and what it has started, at once and without a signal that it could catch. */
final class ProcessGroup {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessGroup.class);
  private static final int KILL_SECONDS = 5;

  private ProcessGroup() {}

  /** Kills the leader of a process group and its members; as the agent does, none that left it. */
  static void kill(ProcessHandle leader) {
    List<ProcessHandle> members = leader.descendants().toList();
    if (HostTools.newGroup().isEmpty()) {
      members.forEach(ProcessHandle::destroyForcibly);
    } else {
      killGroup(leader.pid());
    }
    leader.destroyForcibly();
  }

  private static void killGroup(long id) {
    try {
      // The option of the shell's own kill is the same everywhere.
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -9 -\"$1\"", "sh", Long.toString(id))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      LOG.warn("cannot kill the process group {}: {}", id, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
