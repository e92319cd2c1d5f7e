package io.tatemulator.jar.kills;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the state of all tenants and the clock must be by what was acknowledged. */
final class EmulatorModel {
  /** Where the clock stands at first, and after a reset of everything. */
  static final Instant START = Instant.parse("2027-02-27T15:30:17Z");

  /** The first one is the default tenant's. */
  static final List<String> REGIONS =
      List.of("ap-guangzhou", "ap-beijing", "ap-shanghai", "ap-nanjing");

  private final Map<String, TenantModel> tenants;
  private Instant reached;
  private Instant target;
  private final boolean frozen;

  private EmulatorModel(
      Map<String, TenantModel> tenants, Instant reached, Instant target, boolean frozen) {
    this.tenants = tenants;
    this.reached = reached;
    this.target = target;
    this.frozen = frozen;
  }

  /**
   * As after a first start.
   *
   * @param frozen whether its clock has been frozen since
   */
  static EmulatorModel empty(boolean frozen) {
    Map<String, TenantModel> tenants = new LinkedHashMap<>();
    REGIONS.forEach(region -> tenants.put(region, new TenantModel(region)));
    return new EmulatorModel(tenants, START, START, frozen);
  }

  synchronized EmulatorModel copy() {
    Map<String, TenantModel> copies = new LinkedHashMap<>();
    tenants.forEach((region, tenant) -> copies.put(region, tenant.copy()));
    return new EmulatorModel(copies, reached, target, frozen);
  }

  /** With other tenants, at the instant at which its clock was found. */
  EmulatorModel found(Map<String, TenantModel> others, Instant now) {
    return new EmulatorModel(others, now, now, true);
  }

  TenantModel tenant(String region) {
    return Objects.requireNonNull(tenants.get(region));
  }

  boolean frozen() {
    return frozen;
  }

  /** A time that the clock has shown. */
  synchronized Instant reached() {
    return reached;
  }

  /** The farthest time that the clock may have come to. */
  synchronized Instant target() {
    return target;
  }

  synchronized void clockMovesTo(Instant to) {
    target = to;
  }

  /** The clock was seen at an instant, while a move may go on. */
  synchronized void clockShowed(Instant at) {
    reached = at.isAfter(reached) ? at : reached;
  }

  /** No move is under way, and the clock shows an instant. */
  synchronized void clockStandsAt(Instant at) {
    reached = at;
    target = at;
  }
}
