package io.tatemulator.invoker;

import io.tatemulator.command.Command;
import io.tatemulator.storage.Tag;
import io.tatemulator.storage.TenantRow;
import io.tatemulator.support.ResourceId;
import jakarta.persistence.CollectionTable;
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
 * What fires a command on a schedule.
 *
 * <p>Its row is the truth of its schedule: {@code next_fire_at} holds the next due instant and is
 * null when there is none. The version guards it, so that a change and a fire that meet never both
 * win.
 */
@Entity
public class Invoker extends TenantRow {
  private long number;
  private String name;
  private String type;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "command_id")
  private Command command;

  private String username;
  private String parameters;

  @Convert(converter = InstanceIdsConverter.class)
  private List<String> instanceIds;

  @Embedded private Schedule schedule;
  private boolean enabled;
  private @Nullable Instant nextFireAt;

  @ElementCollection
  @CollectionTable(name = "invoker_tag", joinColumns = @JoinColumn(name = "invoker_id"))
  @OrderColumn(name = "place")
  @BatchSize(size = 100)
  private List<Tag> tags = new ArrayList<>();

  @Version private @Nullable Long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Invoker() {}

  /** The public identifier, such as {@code ivk-b7s3qa5l}. */
  public String invokerId() {
    return ResourceId.INVOKER.format(number);
  }

  /** The number that its public identifier stands for. */
  long number() {
    return number;
  }

  /** The name that its creator gave it; not unique. */
  public String name() {
    return name;
  }

  /** What fires it; the cloud knows only {@code SCHEDULE}. */
  public String type() {
    return type;
  }

  /** What it runs. */
  public Command command() {
    return command;
  }

  /** As whom it runs; empty for the command's own user. */
  public String username() {
    return username;
  }

  /** The custom parameters of its invocations, a JSON object; empty for none. */
  public String parameters() {
    return parameters;
  }

  /** Where it runs. */
  public List<String> instanceIds() {
    return instanceIds;
  }

  /** When it fires. */
  public Schedule schedule() {
    return schedule;
  }

  /** Whether it fires at all. */
  public boolean enabled() {
    return enabled;
  }

  /** When it fires next; null when it will not. */
  public @Nullable Instant nextFireAt() {
    return nextFireAt;
  }

  /** Its tags, in the order given. */
  public List<Tag> tags() {
    return List.copyOf(tags);
  }

  void arm(@Nullable Instant next) {
    nextFireAt = next;
  }

  void enable(boolean on, Instant now) {
    enabled = on;
    touch(now);
  }

  void reschedule(Schedule changed) {
    schedule = changed;
  }

  /** Takes over what a change states. */
  void apply(InvokerChange change, Command changedCommand, Instant now) {
    name = change.name() == null ? name : change.name();
    type = change.type() == null ? type : change.type();
    username = change.username() == null ? username : change.username();
    parameters = change.parameters() == null ? parameters : change.parameters();
    instanceIds = change.instanceIds() == null ? instanceIds : change.instanceIds();
    command = changedCommand;
    touch(now);
  }
}
