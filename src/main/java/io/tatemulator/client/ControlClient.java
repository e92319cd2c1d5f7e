package io.tatemulator.client;

import io.tatemulator.execution.simulated.OutcomeRule;
import io.tatemulator.fault.FaultRule;
import io.tatemulator.schedule.Travel;
import io.tatemulator.support.Tenant;
import io.tatemulator.time.ClockSetting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The control API of an emulator, wherever it runs. Every method throws {@link ControlException}
 * when it is refused, and {@link java.io.UncheckedIOException} when there is no answer.
 *
 * <p>The clock, outcomes, faults, snapshots and the seed belong to all tenants.
 */
public final class ControlClient {
  private final ControlHttp http;

  /**
   * A client.
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

  /** Has the clock stand still. */
  public ClockReading freeze(Instant at) {
    return set(new ClockSetting("frozen", at, null));
  }

  /** Has the clock go ahead of the host's, or behind it. */
  public ClockReading shift(Duration offset) {
    return set(new ClockSetting("offset", null, offset));
  }

  /** Has the clock go as the host's. */
  public ClockReading followHost() {
    return set(new ClockSetting("real", null, null));
  }

  private ClockReading set(ClockSetting setting) {
    return http.put("clock", setting, ClockReading.class);
  }

  /**
   * Lets time pass; answers when all that fell due has been done. Like the other moves it is
   * refused with the status 409 when it is {@linkplain #cancelAdvance cancelled}.
   */
  public Travel advance(Duration by) {
    return http.post("clock/advance", Map.of("by", by), Travel.class);
  }

  /** Lets time pass until some time. */
  public Travel advanceTo(Instant time) {
    return http.post("clock/advance", Map.of("to", time), Travel.class);
  }

  /** Lets time pass until something is due; stays where it is when nothing is. */
  public Travel advanceToNext() {
    return http.post("clock/advance-to-next", null, Travel.class);
  }

  /**
   * Ends the move of the clock that is under way, if there is one.
   *
   * @return where the clock stands: what was due by then has been done, and nothing after it
   */
  public ClockReading cancelAdvance() {
    return http.delete("clock/advance", ClockReading.class);
  }

  /** Has these rules alone decide how tasks end. */
  public void outcomes(List<OutcomeRule> rules) {
    http.put("outcomes", Map.of("rules", rules), JsonNode.class);
  }

  /** Has one rule more decide how tasks end, after all others. */
  public void addOutcome(OutcomeRule rule) {
    http.post("outcomes", rule, JsonNode.class);
  }

  /** Has these faults alone come about. */
  public void faults(List<FaultRule> rules) {
    http.put("faults", Map.of("rules", rules), JsonNode.class);
  }

  /** Has one fault more come about, unless an earlier one does. */
  public void addFault(FaultRule rule) {
    http.post("faults", rule, JsonNode.class);
  }

  /** Declares an instance, or changes it. */
  public InstanceInfo declareInstance(Tenant tenant, String instanceId, InstanceInfo wanted) {
    JsonNode declared = http.put("instances/" + instanceId + query(tenant), wanted, JsonNode.class);
    return new InstanceInfo(
        declared.path("platform").asString(),
        declared.path("state").asString(),
        declared.path("agent").asString());
  }

  /** Takes an instance away. */
  public void removeInstance(Tenant tenant, String instanceId) {
    http.run("DELETE", "instances/" + instanceId + query(tenant));
  }

  /** Saves the state under a name. */
  public SnapshotInfo saveSnapshot(String name) {
    return http.put("snapshots/" + name, null, SnapshotInfo.class);
  }

  /** Has the state be that of a snapshot. */
  public void loadSnapshot(String name) {
    http.run("POST", "snapshots/" + name + "/load");
  }

  /** Copies a snapshot to a name that is free. */
  public SnapshotInfo forkSnapshot(String name, String other) {
    return http.post("snapshots/" + name + "/fork?as=" + other, null, SnapshotInfo.class);
  }

  /** Takes a snapshot away. */
  public void deleteSnapshot(String name) {
    http.run("DELETE", "snapshots/" + name);
  }

  /** The file of a snapshot, JSON. */
  public String exportSnapshot(String name) {
    return http.get("snapshots/" + name, JsonNode.class).toString();
  }

  /** Keeps a file as a snapshot. */
  public SnapshotInfo importSnapshot(String name, String file) {
    if (file.isBlank()) {
      throw new IllegalArgumentException("a snapshot's file is not empty");
    }
    return http.put("snapshots/" + name, file, SnapshotInfo.class);
  }

  /** All snapshots, by name. */
  public List<SnapshotInfo> snapshots() {
    return http.get("snapshots", JsonNode.class)
        .path("snapshots")
        .valueStream()
        .map(kept -> ControlHttp.convert(kept, SnapshotInfo.class))
        .toList();
  }

  /** Has all identifiers from now on follow from a seed. */
  public void seed(long seed) {
    http.put("seed", Map.of("seed", seed), JsonNode.class);
  }

  /**
   * The last calls of a tenant's account, the newest first, as {@code /_tat/requests} shows them.
   */
  public List<JsonNode> requests(Tenant tenant) {
    return http.get("requests?account=" + tenant.account(), JsonNode.class)
        .path("requests")
        .valueStream()
        .toList();
  }

  /** Forgets what belongs to a tenant. */
  public void reset(Tenant tenant) {
    http.run("POST", "reset" + query(tenant));
  }

  /** Forgets everything. */
  public void resetAll() {
    http.run("POST", "reset");
  }

  private static String query(Tenant tenant) {
    return "?account=" + tenant.account() + "&region=" + tenant.region();
  }
}
