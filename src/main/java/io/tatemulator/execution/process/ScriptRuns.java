package io.tatemulator.execution.process;

import io.tatemulator.invocation.TaskProgress;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The scripts that run, by task. */
@Component
final class ScriptRuns {
  /** The name of the executor whose tasks have these scripts. */
  static final String EXECUTOR = "process";

  private static final Logger LOG = LoggerFactory.getLogger(ScriptRuns.class);
  private static final Duration STOP = Duration.ofSeconds(3);

  private final HostScripts host;
  private final PrefixedScripts prefixed;
  private final ScriptFiles files;
  private final @Nullable Path cosDir;
  private final Map<Long, ScriptRun> byTask = new ConcurrentHashMap<>();
  private @Nullable ScriptThreads threads;
  private volatile boolean stopped;

  ScriptRuns(
      HostScripts host, PrefixedScripts prefixed, ScriptFiles files, ProcessSettings settings) {
    this.host = host;
    this.prefixed = prefixed;
    this.files = files;
    this.cosDir = settings.cosDir();
  }

  /** Adds scripts that are to be started. */
  void add(Map<Long, ScriptRun> runs) {
    byTask.putAll(runs);
  }

  /**
   * Starts the script of a task on another thread.
   *
   * @param onEnd runs when it has ended, unless the emulator ends
   */
  void start(long taskId, Runnable onEnd) {
    ScriptRun run = byTask.get(taskId);
    if (run == null || stopped) {
      return;
    }
    ScriptRun.Starter starter = run.script().exec().isEmpty() ? host::start : prefixed::start;
    ScriptThreads running = threads();
    var unused =
        run.end()
            .thenRun(
                () -> {
                  if (!stopped && byTask.get(taskId) == run) {
                    onEnd.run();
                  }
                });
    running.start(() -> run.start(starter, files, cosDir, running));
  }

  /** Returns how the script of a task has ended; null while it runs. */
  @Nullable TaskProgress end(long taskId) {
    ScriptRun run = byTask.get(taskId);
    return run == null ? null : run.endOrNull();
  }

  boolean isKnown(long taskId) {
    return byTask.containsKey(taskId);
  }

  boolean isEmpty() {
    return byTask.isEmpty();
  }

  /** Returns how many scripts run, are to be started, or have ends that have not been stored. */
  int count() {
    return byTask.size();
  }

  /** Returns the tasks whose scripts have ended, and whose ends have perhaps not been stored. */
  List<Long> ended() {
    return byTask.entrySet().stream()
        .filter(run -> run.getValue().endOrNull() != null)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Kills the script of a task; it ends a moment later. */
  void kill(long taskId) {
    ScriptRun run = byTask.get(taskId);
    if (run != null) {
      later(run::kill);
    }
  }

  /** Forgets tasks whose ends have been stored. */
  void remove(Collection<Long> taskIds) {
    taskIds.forEach(byTask::remove);
  }

  /** Kills and forgets scripts, since their tasks no longer exist. */
  void discard(Predicate<ScriptRun> condition) {
    List<ProcessHandle> leaders = new ArrayList<>();
    byTask.forEach(
        (taskId, run) -> {
          if (condition.test(run) && byTask.remove(taskId, run)) {
            run.noteKill().ifPresent(leaders::add);
          }
        });
    ProcessGroup.kill(leaders);
  }

  /** Does some work on another thread, unless the emulator ends. */
  void later(Runnable work) {
    if (!stopped) {
      threads().end(work);
    }
  }

  /** Does some work on another thread after a time, unless the emulator ends. */
  void later(Duration time, Runnable work) {
    if (!stopped) {
      var unused = threads().endAfter(time, work);
    }
  }

  private synchronized ScriptThreads threads() {
    if (threads == null) {
      threads = new ScriptThreads();
    }
    return threads;
  }

  /** Kills all scripts. Their tasks are found after the next start. */
  @PreDestroy
  synchronized void stop() {
    stopped = true;
    if (threads == null) {
      return;
    }
    threads.stopStarting();
    List<ScriptRun> runs = List.copyOf(byTask.values());
    ProcessGroup.kill(runs.stream().map(ScriptRun::noteKill).flatMap(Optional::stream).toList());
    try {
      if (!threads.awaitStarts(STOP)) {
        LOG.warn("some scripts are still being started");
      }
      // Also of those that had exited, since their files are removed before that.
      CompletableFuture.allOf(
              runs.stream()
                  .filter(ScriptRun::hasStarted)
                  .map(ScriptRun::end)
                  .toArray(CompletableFuture[]::new))
          .get(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("some scripts have not ended", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.stop();
  }
}
