package io.tatemulator.execution.process;

import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The run of one task's script, from the decision to start it until its end has been stored. */
final class ScriptRun {
  /** Starts scripts. */
  interface Starter {
    StartedScript start(Script script) throws StartFailedException;
  }

  /** Why a script was killed. */
  private enum Kill {
    /** By the dispatcher of tasks, which knows why. */
    CANCEL,
    TIMEOUT
  }

  private static final Logger LOG = LoggerFactory.getLogger(ScriptRun.class);
  private static final String NO_PROCESS =
      "TaskSpawnFailed: the emulator cannot start it; see its log";
  private static final long NOT_STARTED = -1;
  private static final int MAX_REASON = 4_000;

  /** How long output of processes in the background is read after the script has ended. */
  private static final long LEFTOVER_SECONDS = 1;

  private static final long READER_STACK = 128 * 1024L;

  private final long tenantId;
  private final Script script;
  private final CappedOutput kept = new CappedOutput();
  private final CompletableFuture<TaskProgress> end = new CompletableFuture<>();

  private @Nullable ProcessHandle leader;
  private @Nullable Kill kill;
  private boolean exited;

  ScriptRun(long tenantId, Script script) {
    this.tenantId = tenantId;
    this.script = script;
  }

  long tenantId() {
    return tenantId;
  }

  Script script() {
    return script;
  }

  /** Returns what is completed with the end of the script, and never exceptionally. */
  CompletableFuture<TaskProgress> end() {
    return end;
  }

  /** Returns how the script has ended; null before. */
  @Nullable TaskProgress endOrNull() {
    return end.getNow(null);
  }

  /** Starts the script, unless it has been killed before. */
  void start(Starter starter, ScriptFiles files, @Nullable Path cosDir, ScriptThreads threads) {
    StartedScript started = null;
    try {
      if (isKilled()) {
        end.complete(ended(TaskResult.KILLED, null));
        return;
      }
      started = starter.start(script);
      files.noteProcess(started);
      follow(started, files, Upload.begin(script, cosDir), threads);
    } catch (StartFailedException e) {
      end.complete(startFailed(String.valueOf(e.getMessage())));
    } catch (RuntimeException | Error e) {
      LOG.error("cannot start {}", script, e);
      if (started != null) {
        ProcessGroup.kill(List.of(started.process().toHandle()));
        files.remove(started.file());
      }
      end.complete(startFailed(NO_PROCESS));
    }
  }

  private void follow(
      StartedScript started, ScriptFiles files, Upload upload, ScriptThreads threads) {
    CompletableFuture<@Nullable Void> read = new CompletableFuture<>();
    Thread reader =
        new Thread(
            null, () -> read(started, upload, read), "output of " + script.name(), READER_STACK);
    reader.setDaemon(true);
    reader.start();
    Future<?> timeout = threads.endAfter(script.timeout(), () -> kill(Kill.TIMEOUT));
    var unused =
        started
            .process()
            .onExit()
            .thenRunAsync(
                () -> {
                  timeout.cancel(false);
                  noteExit();
                },
                threads.enders())
            .thenCompose(exit -> read.completeOnTimeout(null, LEFTOVER_SECONDS, TimeUnit.SECONDS))
            .handleAsync(
                (nothing, failure) -> {
                  files.remove(started.file());
                  return end.complete(end(started, upload));
                },
                threads.enders());
    if (isKilledWhenStarted(started.process().toHandle())) {
      ProcessGroup.kill(List.of(started.process().toHandle()));
    }
  }

  private synchronized boolean isKilledWhenStarted(ProcessHandle process) {
    leader = process;
    return kill != null;
  }

  /** Notes the exit, after which the script can no longer be killed. */
  private synchronized void noteExit() {
    exited = true;
  }

  private void read(StartedScript started, Upload upload, CompletableFuture<@Nullable Void> read) {
    try {
      try (OutputStream input = started.process().getOutputStream()) {
        input.write(started.input());
      } catch (IOException e) {
        LOG.debug("{} has not read its input", script, e);
      }
      kept.read(started.process().getInputStream(), upload);
    } catch (IOException e) {
      LOG.debug("the output of {} has ended", script, e);
    } finally {
      read.complete(null);
    }
  }

  /** Kills the script, or prevents its start. */
  void kill() {
    kill(Kill.CANCEL);
  }

  private void kill(Kill reason) {
    ProcessGroup.kill(noteKill(reason).stream().toList());
  }

  /** Notes that the script is being killed and returns its process, for the caller to kill. */
  Optional<ProcessHandle> noteKill() {
    return noteKill(Kill.CANCEL);
  }

  private synchronized Optional<ProcessHandle> noteKill(Kill reason) {
    if (exited) {
      return Optional.empty();
    }
    kill = kill == null ? reason : kill;
    return Optional.ofNullable(leader);
  }

  /** Returns whether its process has been started, and perhaps has ended since. */
  synchronized boolean hasStarted() {
    return leader != null;
  }

  private synchronized boolean isKilled() {
    return kill != null;
  }

  private TaskProgress end(StartedScript started, Upload upload) {
    int exitCode = started.process().exitValue();
    return started
        .failure(exitCode, new String(kept.bytes(), StandardCharsets.UTF_8))
        .map(ScriptRun::startFailed)
        .orElseGet(() -> ended(exitCode, upload.finish()));
  }

  private synchronized TaskProgress ended(long exitCode, @Nullable String cosError) {
    byte[] bytes = kept.bytes();
    if (kill != null) {
      TaskResult result = new TaskResult(TaskResult.KILLED, bytes, kept.dropped(), "", cosError);
      return kill == Kill.CANCEL
          ? TaskProgress.killed(result)
          : TaskProgress.ended(TaskStatus.TIMEOUT, result);
    }
    return TaskProgress.ended(
        exitCode == 0 ? TaskStatus.SUCCESS : TaskStatus.FAILED,
        new TaskResult(exitCode, bytes, kept.dropped(), "", cosError));
  }

  private static TaskProgress startFailed(String reason) {
    String text = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    return TaskProgress.ended(
        TaskStatus.START_FAILED, new TaskResult(NOT_STARTED, new byte[0], text));
  }
}
