package io.tatemulator.invocation;

import io.tatemulator.command.CommandRevision;
import io.tatemulator.command.CommandSpec;
import io.tatemulator.persistence.TenantRow;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a command. Its status follows from those of its tasks; {@link TaskStore} sets
 * it.
 */
@Entity
@BatchSize(size = 100)
public class Invocation extends TenantRow {
  /** The origin of an invocation. */
  public enum Source {
    /** A request. */
    USER,
    /** An invoker. */
    INVOKER
  }

  // Written by this id, since a new invocation is created without its revision.
  @Column(name = "revision_id", updatable = false)
  private long revisionId;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "revision_id", insertable = false, updatable = false)
  private CommandRevision revision;

  @Enumerated(EnumType.STRING)
  private Source source;

  private String instanceKind;
  private @Nullable String username;
  private @Nullable String parameters;

  @Enumerated(EnumType.STRING)
  private InvocationStatus status;

  private Instant startedAt;
  private @Nullable Instant endedAt;

  /** Used by Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Invocation() {}

  /** Creates an invocation that starts. */
  @SuppressWarnings("NullAway.Init")
  Invocation(NewInvocation started) {
    super(started.id(), started.tenantId(), started.at());
    this.revisionId = started.revisionId();
    this.source = started.source();
    this.instanceKind = started.instanceKind();
    this.username = emptyToNull(started.username());
    this.parameters = emptyToNull(started.parameters());
    this.status = started.firstStatus();
    this.startedAt = started.at();
    this.endedAt = status.isTerminal() ? started.at() : null;
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Returns the public identifier, such as {@code inv-l9l4orf1}. */
  public String invocationId() {
    return ResourceId.INVOCATION.format(id());
  }

  /** Returns the command revision that runs. */
  public CommandRevision revision() {
    return revision;
  }

  /** Returns the origin of this invocation. */
  public Source source() {
    return source;
  }

  /** Returns {@code CVM} or {@code LIGHTHOUSE}. */
  public String instanceKind() {
    return instanceKind;
  }

  /** Returns the user that runs the script: this invocation's own, or else the command's. */
  public String username() {
    return Objects.requireNonNullElse(username, revision.spec().username());
  }

  /** Returns the custom parameters of this invocation. */
  public RunParameters parameters() {
    CommandSpec spec = revision.spec();
    return new RunParameters(spec, Objects.requireNonNullElse(parameters, ""));
  }

  /** Returns the path in a bucket of COS at which the output of a task is. */
  public String outputPath(String taskId) {
    String prefix = revision.spec().outputCosKeyPrefix();
    String folder = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    String file = invocationId() + "/" + taskId + ".log";
    return folder.isEmpty() ? file : folder + "/" + file;
  }

  /** Returns the current status. */
  public InvocationStatus status() {
    return status;
  }

  /** Returns the start time. */
  public Instant startedAt() {
    return startedAt;
  }

  /** Returns the time when the last task ended; null until then. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }
}
