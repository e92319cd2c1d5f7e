package io.tatemulator.invocation;

import io.tatemulator.command.CommandRevision;
import io.tatemulator.command.CommandSpec;
import io.tatemulator.storage.TenantRow;
import io.tatemulator.support.ResourceId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One execution of a command. Read here; {@link InvocationWriter} and {@link TaskLedger} write. */
@Entity
@BatchSize(size = 100)
// For Hibernate alone, which must never write over what SQL has written; the rows do change.
@Immutable
public class Invocation extends TenantRow {
  /** What started an invocation. */
  public enum Source {
    /** A request. */
    USER,
    /** An invoker. */
    INVOKER
  }

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "revision_id")
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

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Invocation() {}

  /** The public identifier, such as {@code inv-l9l4orf1}. */
  public String invocationId() {
    return ResourceId.INVOCATION.format(id());
  }

  /** What runs. */
  public CommandRevision revision() {
    return revision;
  }

  /** What started it. */
  public Source source() {
    return source;
  }

  /** {@code CVM} or {@code LIGHTHOUSE}. */
  public String instanceKind() {
    return instanceKind;
  }

  /** As whom it runs: as this invocation says, or else as the command does. */
  public String username() {
    return Objects.requireNonNullElse(username, revision.spec().username());
  }

  /** The custom parameters of this invocation. */
  public RunParameters parameters() {
    CommandSpec spec = revision.spec();
    return new RunParameters(spec, Objects.requireNonNullElse(parameters, ""));
  }

  /** How it stands. */
  public InvocationStatus status() {
    return status;
  }

  /** When it started. */
  public Instant startedAt() {
    return startedAt;
  }

  /** When its last task ended; null until then. */
  public @Nullable Instant endedAt() {
    return endedAt;
  }
}
