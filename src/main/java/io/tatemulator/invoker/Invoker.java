package io.tatemulator.invoker;

import io.tatemulator.command.Command;
import io.tatemulator.persistence.TenantRow;
import io.tatemulator.tag.Tag;
import io.tatemulator.tag.Taggable;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
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

/**
 * An invoker, which fires a command on a schedule.
 *
 * <p>Its row is the only source of its schedule: {@code next_fire_at} holds the next due instant
 * and is null when there is none. The version guards it, so that of a concurrent change and fire
 * only one succeeds.
 */
@Entity
public class Invoker extends TenantRow implements Taggable {
  private long number;
  private String name;
  private String type;

  // Written by this id, since a new invoker is created without its command.
  @Column(name = "command_id")
  private long commandRow;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "command_id", insertable = false, updatable = false)
  private Command command;

  private String username;
  private String parameters;

  @Convert(converter = InstanceIdsConverter.class)
  private List<String> instanceIds;

  @Embedded private Schedule schedule;
  private boolean enabled;
  private @Nullable Instant nextFireAt;

  // Changed by claims only, which also change the version.
  @SuppressWarnings("UnusedVariable")
  private long fires;

  @ElementCollection
  @CollectionTable(name = "invoker_tag", joinColumns = @JoinColumn(name = "invoker_id"))
  @OrderColumn(name = "place")
  @BatchSize(size = 100)
  private List<Tag> tags = new ArrayList<>();

  @Version private @Nullable Long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Invoker() {}

  /** Creates an invoker that is enabled. */
  @SuppressWarnings("NullAway.Init")
  Invoker(NewInvoker created) {
    super(created.id(), created.tenantId(), created.createdAt());
    InvokerDraft draft = created.draft();
    this.number = created.number();
    this.name = draft.name();
    this.type = draft.type();
    this.commandRow = created.commandRow();
    this.username = draft.username();
    this.parameters = draft.parameters();
    this.instanceIds = draft.instanceIds();
    this.schedule = created.schedule();
    this.enabled = true;
    this.nextFireAt = created.nextFireAt();
    this.tags.addAll(draft.tags());
  }

  /** Returns the public identifier, such as {@code ivk-b7s3qa5l}. */
  public String invokerId() {
    return ResourceId.INVOKER.format(number);
  }

  /** Returns the number of its public identifier. */
  long number() {
    return number;
  }

  /** Returns its name, which is not unique. */
  public String name() {
    return name;
  }

  /** Returns its type; the cloud has only {@code SCHEDULE}. */
  public String type() {
    return type;
  }

  /** Returns the command that it runs. */
  public Command command() {
    return command;
  }

  /** Returns the user that runs the command; empty for the command's own user. */
  public String username() {
    return username;
  }

  /** Returns the custom parameters of its invocations, a JSON object; empty for none. */
  public String parameters() {
    return parameters;
  }

  /** Returns the instances on which it runs the command. */
  public List<String> instanceIds() {
    return instanceIds;
  }

  /** Returns its schedule. */
  public Schedule schedule() {
    return schedule;
  }

  /** Returns whether it is enabled; a disabled invoker does not fire. */
  public boolean enabled() {
    return enabled;
  }

  /** Returns when it fires next; null when it does not fire again. */
  public @Nullable Instant nextFireAt() {
    return nextFireAt;
  }

  /** Returns its tags, in the order given. */
  @Override
  public List<Tag> tags() {
    return List.copyOf(tags);
  }

  @Override
  public void setTags(List<Tag> newTags) {
    tags.clear();
    tags.addAll(newTags);
  }

  void setNextFireAt(@Nullable Instant next) {
    nextFireAt = next;
  }

  void setEnabled(boolean on, Instant now) {
    enabled = on;
    markUpdated(now);
  }

  void reschedule(Schedule changed) {
    schedule = changed;
  }

  /** Applies the fields of a change that are not null. */
  void apply(InvokerChange change, Command changedCommand, Instant now) {
    name = change.name() == null ? name : change.name();
    type = change.type() == null ? type : change.type();
    username = change.username() == null ? username : change.username();
    parameters = change.parameters() == null ? parameters : change.parameters();
    instanceIds = change.instanceIds() == null ? instanceIds : change.instanceIds();
    command = changedCommand;
    commandRow = changedCommand.id();
    markUpdated(now);
  }
}
