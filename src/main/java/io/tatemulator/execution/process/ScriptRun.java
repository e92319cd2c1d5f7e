package io.tatemulator.execution.process;

import io.tatemulator.invocation.TaskProgress;
import io.tatemulator.invocation.TaskResult;
import io.tatemulator.invocation.TaskStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
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
  private static final long KILLED = -1;
  private static final long NOT_STARTED = -1;

  /** How long output of processes in the background is read after the script has ended. */
  private static final long LEFTOVER_SECONDS = 1;

  private static final long READER_STACK = 128 * 1024L;

  private final long tenantId;
  private final Script script;
  private final CappedOutput kept = new CappedOutput();
  private final CompletableFuture<TaskProgress> end = new CompletableFuture<>();

  private @Nullable ProcessHandle leader;
  private @Nullable Upload upload;
  private @Nullable Kill kill;

  ScriptRun(long tenantId, Script script) {
    this.tenantId = tenantId;
    this.script = script;
  }

  long tenantId() {
    return tenantId;
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
  void start(
      Starter starter, ScriptFiles files, @Nullable Path cosDir, ScheduledExecutorService timer) {
    try {
      if (isKilled()) {
        end.complete(ended(KILLED));
        return;
      }
      StartedScript started = starter.start(script);
      end.thenRun(() -> files.remove(started.file()));
      follow(started, Upload.begin(script, cosDir), timer);
    } catch (StartFailedException e) {
      end.complete(startFailed(String.valueOf(e.getMessage())));
    } catch (RuntimeException | Error e) {
      LOG.error("cannot start {}", script, e);
      end.complete(startFailed("TaskSpawnFailed: the emulator cannot start it; see its log"));
    }
  }

  private void follow(StartedScript started, Upload output, ScheduledExecutorService timer) {
    Process process = started.process();
    boolean killedBefore;
    synchronized (this) {
      leader = process.toHandle();
      upload = output;
      killedBefore = kill != null;
    }
    if (killedBefore) {
      ProcessGroup.kill(process.toHandle());
    }
    CompletableFuture<@Nullable Void> read = new CompletableFuture<>();
    Thread reader =
        new Thread(
            null, () -> read(started, output, read), "output of " + script.name(), READER_STACK);
    reader.setDaemon(true);
    reader.start();
    var timeout =
        timer.schedule(
            () -> CompletableFuture.runAsync(() -> kill(Kill.TIMEOUT)),
            script.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
    process
        .onExit()
        .thenCompose(exited -> read.completeOnTimeout(null, LEFTOVER_SECONDS, TimeUnit.SECONDS))
        .whenComplete(
            (result, failure) -> {
              timeout.cancel(false);
              end.complete(end(process.exitValue(), started.failureMark()));
            });
  }

  private void read(StartedScript started, Upload output, CompletableFuture<@Nullable Void> read) {
    try {
      try (OutputStream input = started.process().getOutputStream()) {
        input.write(started.input());
      } catch (IOException e) {
        LOG.debug("{} has not read its input", script, e);
      }
      kept.read(started.process().getInputStream(), output);
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
    ProcessHandle running;
    synchronized (this) {
      kill = kill == null ? reason : kill;
      running = leader;
    }
    if (running != null && !end.isDone()) {
      ProcessGroup.kill(running);
    }
  }

  private synchronized boolean isKilled() {
    return kill != null;
  }

  private TaskProgress end(int exitCode, @Nullable String failureMark) {
    byte[] bytes = kept.bytes();
    byte[] mark = (failureMark == null ? "" : failureMark).getBytes(StandardCharsets.UTF_8);
    boolean marked =
        mark.length > 0
            && bytes.length > mark.length
            && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    if (marked) {
      String reason =
          new String(bytes, mark.length, bytes.length - mark.length, StandardCharsets.UTF_8);
      return startFailed(reason.strip());
    }
    return ended(exitCode);
  }

  private synchronized TaskProgress ended(long exitCode) {
    byte[] bytes = kept.bytes();
    String cosError = upload == null ? null : upload.finish();
    if (kill != null) {
      TaskResult result = new TaskResult(KILLED, bytes, kept.dropped(), "", cosError);
      return kill == Kill.CANCEL
          ? TaskProgress.killed(result)
          : TaskProgress.ended(TaskStatus.TIMEOUT, result);
    }
    return TaskProgress.ended(
        exitCode == 0 ? TaskStatus.SUCCESS : TaskStatus.FAILED,
        new TaskResult(exitCode, bytes, kept.dropped(), "", cosError));
  }

  private static TaskProgress startFailed(String reason) {
    return TaskProgress.ended(
        TaskStatus.START_FAILED, new TaskResult(NOT_STARTED, new byte[0], reason));
  }
}
