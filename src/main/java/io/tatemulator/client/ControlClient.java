package io.tatemulator.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/**
 * A client of an emulator's control API, in this process or elsewhere. Every method throws {@link
 * ControlException} when the emulator returns an error, and {@link java.io.UncheckedIOException}
 * when there is no response. It may be used by several threads.
 *
 * <p>The clock, outcomes, faults, snapshots and the seed belong to all tenants; {@link #tenant}
 * returns a client for the state of one.
 */
public final class ControlClient {
  private record RuleList<R>(List<RuleStats<R>> rules) {}

  private record SnapshotList(List<SnapshotInfo> snapshots) {}

  private final ControlHttp http;

  /**
   * Creates a client.
   *
   * @param emulator where the emulator listens, such as {@code http://127.0.0.1:8080}
   */
  public ControlClient(URI emulator) {
    this.http = new ControlHttp(emulator);
  }

  /** Returns a client for the state of a tenant. */
  public TenantClient tenant(Tenant tenant) {
    return new TenantClient(http, tenant);
  }

  /** Returns a client for the state of the tenant with an account and a region. */
  public TenantClient tenant(String account, String region) {
    return tenant(new Tenant(account, region));
  }

  /** Reads the clock. */
  public ClockReading clock() {
    return http.get("clock", ClockReading.class);
  }

  /** Freezes the clock at a time. */
  public ClockReading freeze(Instant at) {
    return http.put("clock", Map.of("mode", "frozen", "now", at), ClockReading.class);
  }

  /** Sets the clock ahead of the host's, or behind it when the offset is negative. */
  public ClockReading setOffset(Duration offset) {
    return http.put("clock", Map.of("mode", "offset", "offset", offset), ClockReading.class);
  }

  /** Sets the clock to the host's time. */
  public ClockReading useRealTime() {
    return http.put("clock", Map.of("mode", "real"), ClockReading.class);
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

  /** Returns all outcome rules with their counters, in order. */
  public List<RuleStats<OutcomeRule>> outcomes() {
    return http.get("outcomes", new TypeReference<RuleList<OutcomeRule>>() {}).rules();
  }

  /** Adds a rule for how tasks end after all others; earlier rules take precedence. */
  public void addOutcome(OutcomeRule rule) {
    http.send("POST", "outcomes", rule);
  }

  /** Replaces all rules for how tasks end. */
  public void replaceOutcomes(List<OutcomeRule> rules) {
    http.send("PUT", "outcomes", Map.of("rules", rules));
  }

  /** Deletes all rules for how tasks end. */
  public void deleteOutcomes() {
    http.execute("DELETE", "outcomes");
  }

  /** Returns all fault rules with their counters, in order. */
  public List<RuleStats<FaultRule>> faults() {
    return http.get("faults", new TypeReference<RuleList<FaultRule>>() {}).rules();
  }

  /** Adds a fault rule after all others; earlier rules take precedence. */
  public void addFault(FaultRule rule) {
    http.send("POST", "faults", rule);
  }

  /** Replaces all fault rules. */
  public void replaceFaults(List<? extends FaultRule> rules) {
    http.send("PUT", "faults", Map.of("rules", rules));
  }

  /** Deletes all fault rules. */
  public void deleteFaults() {
    http.execute("DELETE", "faults");
  }

  /** Saves the state under a name. */
  public SnapshotInfo saveSnapshot(String name) {
    return http.put(snapshot(name), null, SnapshotInfo.class);
  }

  /** Replaces the state with that of a snapshot. */
  public void loadSnapshot(String name) {
    http.execute("POST", snapshot(name) + "/load");
  }

  /** Copies a snapshot to an unused name. */
  public SnapshotInfo forkSnapshot(String name, String newName) {
    return http.post(
        snapshot(name) + "/fork?as=" + ControlHttp.encode(newName), null, SnapshotInfo.class);
  }

  /** Deletes a snapshot. */
  public void deleteSnapshot(String name) {
    http.execute("DELETE", snapshot(name));
  }

  /** Returns the JSON file of a snapshot. */
  public String exportSnapshot(String name) {
    return http.send("GET", snapshot(name), null);
  }

  /** Stores a file as a snapshot. */
  public SnapshotInfo importSnapshot(String name, String file) {
    if (file.isBlank()) {
      throw new IllegalArgumentException("the snapshot file is empty: expected JSON");
    }
    return http.put(snapshot(name), file, SnapshotInfo.class);
  }

  /** Returns all snapshots, by name. */
  public List<SnapshotInfo> snapshots() {
    return http.get("snapshots", SnapshotList.class).snapshots();
  }

  /** Sets the seed of all identifiers that are created from now on. */
  public void setSeed(long seed) {
    http.send("PUT", "seed", Map.of("seed", seed));
  }

  /** Restores the initial state of all tenants. */
  public void resetAll() {
    http.execute("POST", "reset");
  }

  private static String snapshot(String name) {
    return "snapshots/" + ControlHttp.encode(name);
  }
}
