package io.tatemulator.registration;

import io.tatemulator.persistence.TenantRow;
import io.tatemulator.tag.Tag;
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

  /** Used by Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RegisterInstance() {}

  /** Returns the id of the register code that it registered with. */
  public String registerCodeId() {
    return registerCodeId;
  }

  /** Returns the public identifier, such as {@code rins-uf673dgi}. */
  public String instanceId() {
    return instanceId;
  }

  /** Returns its name, which ModifyRegisterInstance changes. */
  public String instanceName() {
    return instanceName;
  }

  /** Returns the UUID that identifies the machine to its user. */
  public String machineId() {
    return machineId;
  }

  /** Returns {@code Linux} or {@code Windows}. */
  public String systemName() {
    return systemName;
  }

  /** Returns the host name of the machine. */
  public String hostName() {
    return hostName;
  }

  /** Returns its address in its own network. */
  public String localIp() {
    return localIp;
  }

  /** Returns its public key in PEM. */
  public String publicKey() {
    return publicKey;
  }

  /** Returns {@code Online} or {@code Offline}. */
  public String status() {
    return status;
  }

  /** Returns its tags. */
  public List<Tag> tags() {
    return List.copyOf(tags);
  }

  void rename(String name, Instant now) {
    instanceName = name;
    markUpdated(now);
  }
}
