package io.tatemulator.registration;

import io.tatemulator.storage.Tag;
import io.tatemulator.storage.TenantRow;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A machine outside the cloud that has registered itself. */
@Entity
public class RegisterInstance extends TenantRow {
  /** Accepted identifiers of managed instances. */
  public static final String ID_PATTERN = "rins-[0-9a-z]{8,16}";

  private String registerCodeId;
  private String instanceId;
  private String instanceName;
  private String machineId;
  private String systemName;
  private String hostName;
  private String localIp;
  private String publicKey;
  private String status;

  @ElementCollection
  @CollectionTable(name = "register_instance_tag", joinColumns = @JoinColumn(name = "instance_row"))
  @OrderColumn(name = "place")
  @BatchSize(size = 100)
  private List<Tag> tags = new ArrayList<>();

  @Version private @Nullable Long version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RegisterInstance() {}

  /** The register code that it came with. */
  public String registerCodeId() {
    return registerCodeId;
  }

  /** The public identifier, such as {@code rins-uf673dgi}. */
  public String instanceId() {
    return instanceId;
  }

  /** Its name, which its owner may change. */
  public String instanceName() {
    return instanceName;
  }

  /** What identifies the machine to its owner, a UUID. */
  public String machineId() {
    return machineId;
  }

  /** {@code Linux} or {@code Windows}. */
  public String systemName() {
    return systemName;
  }

  /** What the machine calls itself. */
  public String hostName() {
    return hostName;
  }

  /** Its address in its own network. */
  public String localIp() {
    return localIp;
  }

  /** Its public key, PEM. */
  public String publicKey() {
    return publicKey;
  }

  /** {@code Online} or {@code Offline}. */
  public String status() {
    return status;
  }

  /** Its tags. */
  public List<Tag> tags() {
    return List.copyOf(tags);
  }

  void rename(String name, Instant now) {
    instanceName = name;
    touch(now);
  }
}
