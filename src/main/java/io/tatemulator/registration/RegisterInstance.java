package io.tatemulator.registration;

import io.tatemulator.instance.Instance;
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

  static final String ONLINE = Instance.Agent.ONLINE.label();
  static final String OFFLINE = Instance.Agent.OFFLINE.label();

  /** The maximum of ModifyRegisterInstance. */
  private static final int MAX_NAME_LENGTH = 60;

  private String registerCodeId;
  private String instanceId;
  private String instanceName;
  private String machineId;
  private String systemName;
  private String hostName;
  private String localIp;
  private String publicKey;
  private String status;
  private @Nullable String agentVersion;
  private @Nullable Instant lastHeartbeatAt;

  @ElementCollection
  @CollectionTable(name = "register_instance_tag", joinColumns = @JoinColumn(name = "instance_row"))
  @OrderColumn(name = "place")
  @BatchSize(size = 100)
  private List<Tag> tags = new ArrayList<>();

  @Version private @Nullable Long version;

  /** Used by Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RegisterInstance() {}

  /** Creates one whose agent has not connected yet. */
  RegisterInstance(
      long id, RegisterCode code, String instanceId, Machine machine, Instant createdAt) {
    super(id, code.tenantId(), createdAt);
    this.registerCodeId = code.codeId();
    this.instanceId = instanceId;
    this.instanceName = name(code.instanceNamePrefix(), machine.hostName());
    this.machineId = machine.machineId();
    this.systemName = machine.platform().label();
    this.hostName = machine.hostName();
    this.localIp = machine.localIp();
    this.publicKey = machine.publicKey();
    this.status = OFFLINE;
  }

  private static String name(String prefix, String hostName) {
    String name = prefix.isEmpty() ? hostName : prefix + "-" + hostName;
    return name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH));
  }

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

  /** Returns the version of its agent; null before that has connected. */
  public @Nullable String agentVersion() {
    return agentVersion;
  }

  /** Returns when its agent was last heard of before it disconnected; null if it never did. */
  public @Nullable Instant lastHeartbeatAt() {
    return lastHeartbeatAt;
  }

  void connect(String version, Instant now) {
    agentVersion = version;
    lastHeartbeatAt = now;
    status = ONLINE;
    markUpdated(now);
  }

  /** Notes that its agent has disconnected, and when it was last heard of; null if unknown. */
  void disconnect(@Nullable Instant lastHeard, Instant now) {
    lastHeartbeatAt = lastHeard == null ? lastHeartbeatAt : lastHeard;
    status = OFFLINE;
    markUpdated(now);
  }

  void updateHost(String newHostName, String newLocalIp, Instant now) {
    if (!hostName.equals(newHostName) || !localIp.equals(newLocalIp)) {
      hostName = newHostName;
      localIp = newLocalIp;
      markUpdated(now);
    }
  }

  void rename(String name, Instant now) {
    instanceName = name;
    markUpdated(now);
  }
}
