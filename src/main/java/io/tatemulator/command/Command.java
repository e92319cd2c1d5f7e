package io.tatemulator.command;

import io.tatemulator.persistence.TenantRow;
import io.tatemulator.tag.Tag;
import io.tatemulator.tag.Taggable;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A saved command: an identity and a current revision. */
@Entity
@BatchSize(size = 100)
public class Command extends TenantRow implements Taggable {
  /** The creator of a command. */
  public enum Creator {
    /** A public command of the service. */
    TAT,
    /** A command of the tenant. */
    USER
  }

  private long number;

  // A copy of the revision's, because a name is unique among the tenant's commands and queries
  // compare it.
  @SuppressWarnings("UnusedVariable")
  private String name;

  @Enumerated(EnumType.STRING)
  private Creator createdBy;

  @ManyToOne(fetch = FetchType.EAGER, cascade = CascadeType.PERSIST, optional = false)
  @JoinColumn(name = "revision_id")
  private CommandRevision revision;

  @ElementCollection
  @CollectionTable(name = "command_tag", joinColumns = @JoinColumn(name = "command_id"))
  @OrderColumn(name = "place")
  @BatchSize(size = 100)
  private List<Tag> tags = new ArrayList<>();

  @Version private @Nullable Long version;

  /** Used by Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Command() {}

  Command(
      long id,
      long tenantId,
      long number,
      Creator createdBy,
      CommandSpec spec,
      List<Tag> tags,
      Instant createdAt) {
    super(id, tenantId, createdAt);
    this.number = number;
    this.name = spec.name();
    this.createdBy = createdBy;
    this.revision = new CommandRevision(id, tenantId, number, spec);
    this.tags.addAll(tags);
  }

  /** Returns the number of the public identifier. */
  long number() {
    return number;
  }

  /** Returns the public identifier, such as {@code cmd-7efujjs6}. */
  public String commandId() {
    return ResourceId.COMMAND.format(number);
  }

  /** Returns the current revision. */
  public CommandRevision revision() {
    return revision;
  }

  /** Returns the current specification. */
  public CommandSpec spec() {
    return revision.spec();
  }

  /** Returns the creator of the command. */
  public Creator createdBy() {
    return createdBy;
  }

  /** Returns the command's tags, in their original order. */
  @Override
  public List<Tag> tags() {
    return List.copyOf(tags);
  }

  @Override
  public void setTags(List<Tag> newTags) {
    tags.clear();
    tags.addAll(newTags);
  }

  void revise(long revisionId, CommandSpec spec, Instant now) {
    name = spec.name();
    revision = new CommandRevision(revisionId, tenantId(), number, spec);
    markUpdated(now);
  }
}
