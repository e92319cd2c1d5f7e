package io.tatemulator.execution.process;

import io.tatemulator.invocation.ReadyTasks;
import io.tatemulator.invocation.TaskProgress;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scripts that run, by task, on threads of their own. */
@Component
final class ScriptRuns {
  /** The name of the executor whose tasks have these scripts. */
  static final String EXECUTOR = "process";

  private static final int STARTERS = Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final long STOP_SECONDS = 2;

  private final HostScripts host;
  private final PrefixedScripts prefixed;
  private final ScriptFiles files;
  private final ReadyTasks ready;
  private final @Nullable Path cosDir;
  private final Map<Long, ScriptRun> byTask = new ConcurrentHashMap<>();
  private @Nullable ExecutorService starters;
  private @Nullable ScheduledExecutorService timer;
  private boolean stopped;

  ScriptRuns(
      HostScripts host,
      PrefixedScripts prefixed,
      ScriptFiles files,
      ReadyTasks ready,
      ProcessSettings settings) {
    this.cosDir = settings.cosDir();
    this.host = host;
    this.prefixed = prefixed;
    this.files = files;
    this.ready = ready;
  }

  /** Starts the script of a task, once however often it is called. */
  synchronized void start(long taskId, long tenantId, Script script) {
    if (stopped || byTask.containsKey(taskId)) {
      return;
    }
    if (starters == null || timer == null) {
      starters = Executors.newFixedThreadPool(STARTERS, daemons("script-start-"));
      timer = Executors.newSingleThreadScheduledExecutor(daemons("script-timer-"));
    }
    ScriptRun run = new ScriptRun(tenantId, script);
    byTask.put(taskId, run);
    run.end()
        .thenRun(
            () -> {
              if (byTask.get(taskId) == run) {
                ready.add(List.of(taskId));
              }
            });
    ScheduledExecutorService timeouts = timer;
    ScriptRun.Starter starter = script.exec().isEmpty() ? host::start : prefixed::start;
    starters.execute(() -> run.start(starter, files, cosDir, timeouts));
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
    byTask.forEach(
        (taskId, run) -> {
          if (condition.test(run) && byTask.remove(taskId, run)) {
            run.kill();
          }
        });
  }

  /** Makes tasks ready, outside of the running transaction. */
  void makeReady(Collection<Long> taskIds) {
    if (!taskIds.isEmpty()) {
      later(() -> ready.add(taskIds));
    }
  }

  /** Makes tasks ready. Call it without a transaction. */
  void addReady(Collection<Long> taskIds) {
    ready.add(taskIds);
  }

  /** Does some work on another thread, unless the emulator ends. */
  synchronized void later(Runnable work) {
    if (!stopped) {
      if (starters == null) {
        starters = Executors.newFixedThreadPool(STARTERS, daemons("script-start-"));
      }
      starters.execute(work);
    }
  }

  /** Kills all scripts. Their tasks are found after the next start. */
  @PreDestroy
  void stop() throws InterruptedException {
    ExecutorService threads;
    synchronized (this) {
      stopped = true;
      threads = starters;
      if (timer != null) {
        timer.shutdownNow();
      }
    }
    if (threads != null) {
      threads.shutdown();
      threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
    discard(run -> true);
  }

  private static ThreadFactory daemons(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
