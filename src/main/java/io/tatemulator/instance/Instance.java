package io.tatemulator.instance;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** A machine that commands can be run on. */
@Entity
public class Instance implements Persistable<Instance.Key> {
  /**
   * What identifies an instance.
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

    /** As the API spells it. */
    public String label() {
      return label;
    }
  }

  /** Whether the machine runs. */
  public enum State {
    RUNNING,
    STOPPED
  }

  /** How the TAT agent on the machine does. */
  public enum Agent {
    ONLINE("Online"),
    OFFLINE("Offline"),
    /** No agent is installed. */
    NONE("");

    private final String label;

    Agent(String label) {
      this.label = label;
    }

    /** As the API spells it; empty when there is nothing to show. */
    public String label() {
      return label;
    }
  }

  @EmbeddedId private Key key;

  @Enumerated(EnumType.STRING)
  private Platform platform;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private Agent agent;

  private Instant createdAt;

  private transient boolean fresh;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Instance() {}

  Instance(Key key, InstanceProfile profile, Instant createdAt) {
    this.key = key;
    this.platform = profile.platform();
    this.state = profile.state();
    this.agent = profile.agent();
    this.createdAt = createdAt;
    this.fresh = true;
  }

  /** The same instance, whose agent does otherwise. */
  Instance withAgent(Agent other) {
    return new Instance(key, new InstanceProfile(platform, state, other), createdAt);
  }

  @Override
  public Key getId() {
    return key;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }

  /** The public identifier. */
  public String instanceId() {
    return key.instanceId();
  }

  /** The operating system. */
  public Platform platform() {
    return platform;
  }

  /** Whether the machine runs. */
  public State state() {
    return state;
  }

  /** How its agent does. */
  public Agent agent() {
    return agent;
  }

  /** When it came into being. */
  public Instant createdAt() {
    return createdAt;
  }
}
