package io.tatemulator.instance;

import io.tatemulator.persistence.JsonText;
import io.tatemulator.persistence.TenantGuard;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A machine on which commands can run. */
@Entity
public class Instance implements Persistable<Instance.Key> {
  /**
   * The key of an instance.
   *
   * @param tenantId its tenant
   * @param instanceId its public identifier, such as {@code ins-yx05ky8j}
   */
  @Embeddable
  public record Key(long tenantId, String instanceId) implements Serializable {}

  /** The operating system. */
  public enum Platform {
    LINUX("Linux"),
    WINDOWS("Windows");

    private final String label;

    Platform(String label) {
      this.label = label;
    }

    /** Returns the platform as the API spells it. */
    public String label() {
      return label;
    }
  }

  /** The states of a machine. */
  public enum State {
    RUNNING,
    STOPPED
  }

  /** The states of the TAT agent on the machine. */
  public enum Agent {
    ONLINE("Online"),
    OFFLINE("Offline"),
    /** No agent is installed. */
    NONE("");

    private final String label;

    Agent(String label) {
      this.label = label;
    }

    /** Returns the state as the API spells it; empty when there is nothing to show. */
    public String label() {
      return label;
    }
  }

  /** What runs the tasks of a machine. */
  public enum Executor {
    /** Nothing: their outcomes are simulated. */
    SIMULATED,
    /** A process on the emulator's host. */
    PROCESS,
    /** The TAT agent on the machine, which has registered itself. */
    AGENT
  }

  @EmbeddedId private Key key;

  @Enumerated(EnumType.STRING)
  private Platform platform;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private Agent agent;

  @Column(updatable = false)
  private Instant createdAt;

  // Null for that of tat.execution.mode.
  @Enumerated(EnumType.STRING)
  private @Nullable Executor executor;

  private @Nullable String exec;

  private transient boolean fresh;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Instance() {}

  Instance(Key key, InstanceProfile profile, Instant createdAt) {
    this.key = key;
    this.platform = profile.platform();
    this.state = profile.state();
    this.agent = profile.agent();
    this.executor = profile.executor();
    this.exec = profile.exec().isEmpty() ? null : JsonText.write(profile.exec());
    this.createdAt = createdAt;
    this.fresh = true;
  }

  @PostLoad
  private void checkTenant() {
    TenantGuard.check(key.tenantId());
  }

  /** Returns a copy of this instance with another state of its agent. */
  Instance withAgent(Agent other) {
    return new Instance(
        key, new InstanceProfile(platform, state, other, executor, exec()), createdAt);
  }

  @Override
  public Key getId() {
    return key;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }

  /** Returns the public identifier. */
  public String instanceId() {
    return key.instanceId();
  }

  /** Returns the operating system. */
  public Platform platform() {
    return platform;
  }

  /** Returns the state of the machine. */
  public State state() {
    return state;
  }

  /** Returns the state of its agent. */
  public Agent agent() {
    return agent;
  }

  /** Returns what runs its tasks; null for that of {@code tat.execution.mode}. */
  public @Nullable Executor executor() {
    return executor;
  }

  /** Returns the arguments that run before the interpreter of a script; empty for none. */
  public List<String> exec() {
    return exec == null ? List.of() : JsonText.readList(exec, String.class);
  }

  /** Returns the properties that can be declared. */
  public InstanceProfile profile() {
    return new InstanceProfile(platform, state, agent, executor, exec());
  }

  /** Returns when it was created. */
  public Instant createdAt() {
    return createdAt;
  }
}
