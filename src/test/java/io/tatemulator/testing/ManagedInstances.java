package io.tatemulator.testing;

import io.tatemulator.persistence.IdGenerator;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** Managed instances without a machine: their rows, as a machine that registers leaves them. */
public final class ManagedInstances {
  /** The public key of a managed instance. */
  public static final String PUBLIC_KEY =
      "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----\n";

  // The register code tells which tenant it is.
  private static final String INSERT =
      """
      insert into register_instance (id, tenant_id, register_code_id, instance_id, instance_name,
        machine_id, system_name, host_name, local_ip, public_key, status, created_at, updated_at,
        version)
      select ?, tenant_id, code_id, ?, ?,
        '22c4dabc-3ae9-4ff3-8331-d44147c96f8b', ?, 'webserver01', ?, ?, ?, ?, ?, 0
      from register_code where code_id = ?""";

  private static final String INSERT_TAG =
      """
      insert into register_instance_tag (instance_row, place, tag_key, tag_value)
      select id, 0, ?, ? from register_instance where instance_id = ? and register_code_id = ?""";

  private final IdGenerator ids;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  /** For the database of the emulator under test. */
  public ManagedInstances(IdGenerator ids, JdbcTemplate jdbc, Clock clock) {
    this.ids = ids;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is different between managed instances. */
  public record Machine(
      String instanceId, String name, String systemName, String localIp, String status) {
    /** A Linux machine that is online. */
    public static Machine linux(String instanceId, String name) {
      return new Machine(instanceId, name, "Linux", "10.0.0.1", "Online");
    }
  }

  /** Registers a machine and gives the code with which it did. */
  public String register(Api owner, Machine machine) {
    String code = owner.ok("CreateRegisterCode", "{}").text("RegisterCodeId");
    long now = clock.millis();
    int rows =
        jdbc.update(
            INSERT,
            ids.next(),
            machine.instanceId(),
            machine.name(),
            machine.systemName(),
            machine.localIp(),
            PUBLIC_KEY,
            machine.status(),
            now,
            now,
            code);
    if (rows != 1) {
      throw new IllegalStateException(code + " names " + rows + " register codes");
    }
    return code;
  }

  /** Gives a registered machine a tag. */
  public void tag(String instanceId, String code, String key, String value) {
    jdbc.update(INSERT_TAG, key, value, instanceId, code);
  }
}
