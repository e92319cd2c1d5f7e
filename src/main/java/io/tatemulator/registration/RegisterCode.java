package io.tatemulator.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tatemulator.persistence.TenantRow;
import io.tatemulator.time.EmulatorClock;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code with which machines outside the cloud register themselves as managed instances. */
@Entity
public class RegisterCode extends TenantRow {
  /** Accepted register code ids; the cloud's own sample is not quite a UUID. */
  public static final String ID_PATTERN = "[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}";

  private String codeId;

  // The API returns it once, when the code is created.
  private String codeValue;

  private String description;
  private String instanceNamePrefix;
  private long registerLimit;
  private @Nullable Instant expiresAt;
  private String ipAddressRange;
  private boolean enabled;
  private long registeredCount;

  @Version private @Nullable Long version;

  /** Used by Hibernate. */
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

  /** Returns the public identifier, a UUID. */
  public String codeId() {
    return codeId;
  }

  /** Returns a text for display. */
  public String description() {
    return description;
  }

  /** Returns the prefix of the names of its machines. */
  public String instanceNamePrefix() {
    return instanceNamePrefix;
  }

  /** Returns how many machines may register with it. */
  public long registerLimit() {
    return registerLimit;
  }

  /** Returns when it expires; null for never. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** Returns the IPv4 address or CIDR that may register; empty for all. */
  public String ipAddressRange() {
    return ipAddressRange;
  }

  /** Returns whether machines may register with it now. */
  public boolean isUsable(Instant now) {
    return enabled && (expiresAt == null || expiresAt.isAfter(now));
  }

  /** Returns how many machines have registered with it. */
  public long registeredCount() {
    return registeredCount;
  }

  /** Returns whether a machine knows the value; takes the same time whatever it sends. */
  boolean hasValue(String value) {
    return MessageDigest.isEqual(codeValue.getBytes(UTF_8), value.getBytes(UTF_8));
  }

  boolean isEnabled() {
    return enabled;
  }

  boolean isUsedUp() {
    return registeredCount >= registerLimit;
  }

  void countRegistration(Instant now) {
    registeredCount++;
    markUpdated(now);
  }

  void disable(Instant now) {
    if (enabled) {
      enabled = false;
      markUpdated(now);
    }
  }
}
