package io.tatemulator.invocation;

import io.tatemulator.persistence.TenantRow;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An invocation on one instance. {@link TaskStore} changes it. */
@Entity
public class InvocationTask extends TenantRow {
  // Written by this id, since a new task is created without its invocation.
  @Column(name = "invocation_id", updatable = false)
  private long invocationId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "invocation_id", insertable = false, updatable = false)
  private Invocation invocation;

  private String instanceId;

  @Enumerated(EnumType.STRING)
  private TaskStatus status;

  private long exitCode;
  private byte @Nullable [] output;
  private long dropped;
  private String errorInfo;
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;

  // When its executor takes the next step; null when it takes none.
  private @Nullable Instant nextStepAt;

  // The executor's state of the task until it ends.
  private @Nullable String note;

  // Why its output is not in COS; empty if it is there, null if it was not to be.
  private @Nullable String cosError;

  // The executor that started it; null before.
  private @Nullable String executor;

  /** Used by Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected InvocationTask() {}

  /** Creates a task that is due at once, or failed when its instance is unreachable. */
  @SuppressWarnings("NullAway.Init")
  InvocationTask(NewInvocation started, NewInvocation.Target target) {
    super(target.taskId(), started.tenantId(), started.at());
    this.invocationId = started.id();
    this.instanceId = target.instanceId();
    this.status = target.firstStatus();
    this.nextStepAt = status.isTerminal() ? null : started.at();
    this.endedAt = status.isTerminal() ? started.at() : null;
    this.errorInfo = Objects.requireNonNullElse(target.deliveryError(), "");
  }

  /** Returns the public identifier, such as {@code invt-08oe5fe2}. */
  public String taskId() {
    return ResourceId.TASK.format(id());
  }

  /** Returns the invocation that this task belongs to. */
  public Invocation invocation() {
    return invocation;
  }

  /** Returns the instance that the task runs on. */
  public String instanceId() {
    return instanceId;
  }

  /** Returns the current status. */
  public TaskStatus status() {
    return status;
  }

  /** Returns the script's exit code; 0 until it has ended, -1 when it was killed. */
  public long exitCode() {
    return exitCode;
  }

  /** Returns the output of the script, at most 24,576 bytes. */
  public byte[] output() {
    return output == null ? new byte[0] : output.clone();
  }

  /** Returns the number of bytes cut off the output. */
  public long dropped() {
    return dropped;
  }

  /** Returns the reason why the task could not run; empty for none. */
  public String errorInfo() {
    return errorInfo;
  }

  /** Returns the reason why its output is not in COS; empty for none. */
  public String cosError() {
    return Objects.requireNonNullElse(cosError, "");
  }

  /** Returns where its output is in COS; empty if it is not there. */
  public String outputUrl() {
    return "".equals(cosError)
        ? invocation.revision().spec().outputCosBucketUrl() + "/" + invocation.outputPath(taskId())
        : "";
  }

  /** Returns the time when the script started; null before. */
  public @Nullable Instant startedAt() {
    return startedAt;
  }

  /** Returns the time when the task ended; null before. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }

  /** Returns the task for a change of its status, without what executors need to know of it. */
  DueTask toDueTask() {
    return new DueTask(
        id(),
        tenantId(),
        invocationId,
        instanceId,
        status,
        nextStepAt,
        startedAt,
        Duration.ZERO,
        false,
        executor,
        note);
  }
}
