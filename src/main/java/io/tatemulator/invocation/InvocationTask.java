package io.tatemulator.invocation;

import io.tatemulator.storage.TenantRow;
import io.tatemulator.support.ResourceId;
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
 * An invocation on one instance. Read here; {@link InvocationWriter} and {@link TaskLedger} write.
 */
@Entity
// For Hibernate alone, which must never write over what SQL has written; the rows do change.
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

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected InvocationTask() {}

  /** The public identifier, such as {@code invt-08oe5fe2}. */
  public String taskId() {
    return ResourceId.TASK.format(id());
  }

  /** The invocation that it belongs to. */
  public Invocation invocation() {
    return invocation;
  }

  /** Where it runs. */
  public String instanceId() {
    return instanceId;
  }

  /** How it stands. */
  public TaskStatus status() {
    return status;
  }

  /** The script's exit code; 0 until it has ended, -1 when it was killed. */
  public long exitCode() {
    return exitCode;
  }

  /** What the script printed, at most 24,576 bytes. */
  public byte[] output() {
    return output == null ? new byte[0] : output.clone();
  }

  /** How many bytes of the output were cut off. */
  public long dropped() {
    return dropped;
  }

  /** Why it could not run; empty when there is nothing to say. */
  public String errorInfo() {
    return errorInfo;
  }

  /** When the script started; null before. */
  public @Nullable Instant startedAt() {
    return startedAt;
  }

  /** When the task ended; null before. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }
}
