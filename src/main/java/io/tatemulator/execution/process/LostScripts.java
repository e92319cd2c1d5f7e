package io.tatemulator.execution.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Kills what a crash of the emulator has left running, before requests are accepted and any task is
 * executed.
 */
@Component
final class LostScripts implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LostScripts.class);

  private final ScriptFiles files;
  private final LostTasks tasks;
  private volatile boolean running;

  LostScripts(ScriptFiles files, LostTasks tasks) {
    this.files = files;
    this.tasks = tasks;
  }

  @Override
  public void start() {
    running = true;
    if (!files.wereUsed()) {
      return;
    }
    List<ScriptFiles.Left> left = files.left();
    if (!left.isEmpty()) {
      Set<ProcessHandle> leaders = new HashSet<>(withArguments(left));
      List<Long> leaderless = new ArrayList<>();
      left.forEach(script -> addLeader(script, leaders, leaderless));
      ProcessGroup.kill(leaders);
      if (!leaderless.isEmpty()) {
        ProcessGroup.killGroups(leaderless);
      }
      files.removeAll(left);
      LOG.warn("killed {} scripts that a crash had left running", leaders.size());
    }
    tasks.makeReady();
  }

  private static void addLeader(
      ScriptFiles.Left left, Set<ProcessHandle> leaders, List<Long> leaderless) {
    ProcessNotes.ProcessId noted = left.process();
    if (noted == null) {
      return;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(noted.id());
    Instant startedAt = noted.startedAt();
    if (process.isEmpty()) {
      // Its group may have other members; the host cannot use the id for another one until then.
      if (startedAt != null && isSinceBoot(startedAt)) {
        leaderless.add(noted.id());
      }
    } else if (startedAt != null
        && startedAt.equals(process.get().info().startInstant().orElse(null))) {
      leaders.add(process.get());
    }
  }

  private static boolean isSinceBoot(Instant instant) {
    return ProcessHandle.of(1)
        .flatMap(first -> first.info().startInstant())
        .filter(boot -> !instant.isBefore(boot))
        .isPresent();
  }

  /** Returns the processes with the path of a script as an argument, or its name for elsewhere. */
  private static List<ProcessHandle> withArguments(List<ScriptFiles.Left> left) {
    Set<String> scripts =
        left.stream()
            .map(ScriptFiles.Left::script)
            .flatMap(file -> Stream.of(file.toString(), file.getFileName().toString()))
            .collect(Collectors.toSet());
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .filter(arguments -> Arrays.stream(arguments).anyMatch(scripts::contains))
                    .isPresent())
        .toList();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Returns a phase before that of the server, and after that of the initial state. */
  @Override
  public int getPhase() {
    return 1;
  }
}
