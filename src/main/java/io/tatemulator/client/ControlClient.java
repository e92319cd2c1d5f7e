package io.tatemulator.client;

import io.tatemulator.execution.simulated.OutcomeRule;
import io.tatemulator.fault.FaultRule;
import io.tatemulator.schedule.AdvanceResult;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.ClockUpdate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A client of an emulator's control API, in this process or elsewhere. Every method throws {@link
 * ControlException} when the emulator returns an error, and {@link java.io.UncheckedIOException}
 * when there is no response.
 *
 * <p>The clock, outcomes, faults, snapshots and the seed belong to all tenants.
 */
public final class ControlClient {
  private final ControlHttp http;

  /**
   * Creates a client.
   *
   * @param emulator where the emulator listens, such as {@code http://127.0.0.1:8080}
   */
  public ControlClient(URI emulator) {
    this.http = new ControlHttp(emulator);
  }

  /** Reads the clock. */
  public ClockReading clock() {
    return http.get("clock", ClockReading.class);
  }

  /** Freezes the clock at a time. */
  public ClockReading freeze(Instant at) {
    return set(new ClockUpdate("frozen", at, null));
  }

  /** Sets the clock ahead of the host's, or behind it when the offset is negative. */
  public ClockReading setOffset(Duration offset) {
    return set(new ClockUpdate("offset", null, offset));
  }

  /** Sets the clock to the host's time. */
  public ClockReading useRealTime() {
    return set(new ClockUpdate("real", null, null));
  }

  private ClockReading set(ClockUpdate update) {
    return http.put("clock", update, ClockReading.class);
  }

  /**
   * Advances the clock and returns when all work that became due is done. Like the other moves, it
   * fails with the status 409 when it is {@linkplain #cancelAdvance cancelled}.
   */
  public AdvanceResult advance(Duration by) {
    return http.post("clock/advance", Map.of("by", by), AdvanceResult.class);
  }

  /** Advances the clock to a time. */
  public AdvanceResult advanceTo(Instant time) {
    return http.post("clock/advance", Map.of("to", time), AdvanceResult.class);
  }

  /** Advances the clock to the next due time; leaves it unchanged when nothing is due. */
  public AdvanceResult advanceToNext() {
    return http.post("clock/advance-to-next", null, AdvanceResult.class);
  }

  /**
   * Cancels the move of the clock that is in progress, if any.
   *
   * @return the clock's reading: all work due by then is done, and no later work
   */
  public ClockReading cancelAdvance() {
    return http.delete("clock/advance", ClockReading.class);
  }

  /** Replaces all outcome rules, which decide how tasks end. */
  public void replaceOutcomes(List<OutcomeRule> rules) {
    http.put("outcomes", Map.of("rules", rules), JsonNode.class);
  }

  /** Adds an outcome rule after all others. */
  public void addOutcome(OutcomeRule rule) {
    http.post("outcomes", rule, JsonNode.class);
  }

  /** Replaces all fault rules. */
  public void replaceFaults(List<FaultRule> rules) {
    http.put("faults", Map.of("rules", rules), JsonNode.class);
  }

  /** Adds a fault rule after all others; earlier rules take precedence. */
  public void addFault(FaultRule rule) {
    http.post("faults", rule, JsonNode.class);
  }

  /** Declares or updates an instance. */
  public InstanceInfo declareInstance(Tenant tenant, String instanceId, InstanceInfo update) {
    JsonNode declared = http.put("instances/" + instanceId + query(tenant), update, JsonNode.class);
    return new InstanceInfo(
        declared.path("platform").asString(),
        declared.path("state").asString(),
        declared.path("agent").asString());
  }

  /** Removes an instance. */
  public void removeInstance(Tenant tenant, String instanceId) {
    http.execute("DELETE", "instances/" + instanceId + query(tenant));
  }

  /** Saves the state under a name. */
  public SnapshotInfo saveSnapshot(String name) {
    return http.put("snapshots/" + name, null, SnapshotInfo.class);
  }

  /** Replaces the state with that of a snapshot. */
  public void loadSnapshot(String name) {
    http.execute("POST", "snapshots/" + name + "/load");
  }

  /** Copies a snapshot to an unused name. */
  public SnapshotInfo forkSnapshot(String name, String newName) {
    return http.post("snapshots/" + name + "/fork?as=" + newName, null, SnapshotInfo.class);
  }

  /** Deletes a snapshot. */
  public void deleteSnapshot(String name) {
    http.execute("DELETE", "snapshots/" + name);
  }

  /** Returns the JSON file of a snapshot. */
  public String exportSnapshot(String name) {
    return http.get("snapshots/" + name, JsonNode.class).toString();
  }

  /** Stores a file as a snapshot. */
  public SnapshotInfo importSnapshot(String name, String file) {
    if (file.isBlank()) {
      throw new IllegalArgumentException("the snapshot file is empty: expected JSON");
    }
    return http.put("snapshots/" + name, file, SnapshotInfo.class);
  }

  /** Returns all snapshots, by name. */
  public List<SnapshotInfo> snapshots() {
    return http.get("snapshots", JsonNode.class)
        .path("snapshots")
        .valueStream()
        .map(snapshot -> ControlHttp.convert(snapshot, SnapshotInfo.class))
        .toList();
  }

  /** Sets the seed of all identifiers that are created from now on. */
  public void setSeed(long seed) {
    http.put("seed", Map.of("seed", seed), JsonNode.class);
  }

  /**
   * Returns the last requests of a tenant's account, newest first, in the format of {@code
   * /_tat/requests}.
   */
  public List<JsonNode> requests(Tenant tenant) {
    return http.get("requests?account=" + tenant.account(), JsonNode.class)
        .path("requests")
        .valueStream()
        .toList();
  }

  /** Deletes the state of a tenant. */
  public void reset(Tenant tenant) {
    http.execute("POST", "reset" + query(tenant));
  }

  /** Deletes the state of all tenants. */
  public void resetAll() {
    http.execute("POST", "reset");
  }

  private static String query(Tenant tenant) {
    return "?account=" + tenant.account() + "&region=" + tenant.region();
  }
}
