package io.tatemulator.execution.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills processes and what they have started, at once and without a signal that they could catch.
 */
final class ProcessGroup {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessGroup.class);
  private static final int KILL_SECONDS = 5;

  private ProcessGroup() {}

  /**
   * Kills leaders of process groups with their members; as the agent does, none that has left its
   * group.
   */
  static void kill(Collection<ProcessHandle> leaders) {
    if (leaders.isEmpty()) {
      return;
    }
    boolean killed =
        !HostTools.newGroup().isEmpty()
            && killGroups(leaders.stream().map(ProcessHandle::pid).toList());
    for (ProcessHandle leader : leaders) {
      if (!killed) {
        // Needs no process of its own, which a script may have used up.
        leader.descendants().forEach(ProcessHandle::destroyForcibly);
      }
      leader.destroyForcibly();
    }
  }

  /** Kills groups by the ids of their leaders, which may have ended; returns whether it could. */
  static boolean killGroups(List<Long> ids) {
    List<String> command = new ArrayList<>();
    // The option of the shell's own kill is the same everywhere.
    command.addAll(List.of("sh", "-c", "for id; do kill -9 -\"$id\"; done", "sh"));
    ids.forEach(id -> command.add(Long.toString(id)));
    try {
      Process kill =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!kill.waitFor(KILL_SECONDS, TimeUnit.SECONDS)) {
        kill.destroyForcibly();
        return false;
      }
      return true;
    } catch (IOException e) {
      LOG.warn("cannot kill process groups: {}", e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
