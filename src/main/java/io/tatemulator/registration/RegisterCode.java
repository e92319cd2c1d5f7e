package io.tatemulator.registration;

import io.tatemulator.storage.TenantRow;
import io.tatemulator.time.EmulatorClock;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code with which machines outside the cloud register themselves as managed instances. */
@Entity
public class RegisterCode extends TenantRow {
  /** Accepted register code ids; the cloud's own sample is not quite a UUID. */
  public static final String ID_PATTERN = "[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}";

  private String codeId;

  // Shown once, when the code is created; kept for the machines that will come with it.
  @SuppressWarnings("UnusedVariable")
  private String codeValue;

  private String description;
  private String instanceNamePrefix;
  private long registerLimit;
  private @Nullable Instant expiresAt;
  private String ipAddressRange;
  private boolean enabled;
  private long registeredCount;

  @Version private @Nullable Long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RegisterCode() {}

  RegisterCode(
      long id,
      long tenantId,
      String codeId,
      String codeValue,
      RegisterCodeDraft draft,
      Instant createdAt) {
    super(id, tenantId, createdAt);
    this.codeId = codeId;
    this.codeValue = codeValue;
    this.description = draft.description();
    this.instanceNamePrefix = draft.instanceNamePrefix();
    this.registerLimit = draft.registerLimit();
    this.expiresAt = draft.life() == null ? null : expiry(createdAt.plus(draft.life()));
    this.ipAddressRange = draft.ipAddressRange();
    this.enabled = true;
  }

  private static @Nullable Instant expiry(Instant time) {
    return time.isAfter(EmulatorClock.MAX_TIME) ? null : time;
  }

  /** The public identifier, a UUID. */
  public String codeId() {
    return codeId;
  }

  /** A text for people. */
  public String description() {
    return description;
  }

  /** What the names of the machines begin with. */
  public String instanceNamePrefix() {
    return instanceNamePrefix;
  }

  /** How many machines may register with it. */
  public long registerLimit() {
    return registerLimit;
  }

  /** When it expires; null for never. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** The addresses that may register, as IPv4 or CIDR; empty for all. */
  public String ipAddressRange() {
    return ipAddressRange;
  }

  /** Whether machines may register with it now. */
  public boolean enabled(Instant now) {
    return enabled && (expiresAt == null || expiresAt.isAfter(now));
  }

  /** How many machines have registered with it. */
  public long registeredCount() {
    return registeredCount;
  }

  void disable(Instant now) {
    if (enabled) {
      enabled = false;
      touch(now);
    }
  }
}
