package io.tatemulator.invocation;

import io.tatemulator.storage.TenantRow;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * An invocation on one instance, read-only; {@link InvocationWriter} and {@link TaskStore} write.
 */
@Entity
// Only for Hibernate, which must not overwrite what SQL has written; the rows do change.
@Immutable
public class InvocationTask extends TenantRow {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "invocation_id")
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

  /** Used by Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected InvocationTask() {}

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

  /** Returns the time when the script started; null before. */
  public @Nullable Instant startedAt() {
    return startedAt;
  }

  /** Returns the time when the task ended; null before. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }
}
