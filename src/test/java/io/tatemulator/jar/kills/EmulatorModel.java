package io.tatemulator.jar.kills;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The acknowledged state of all tenants and the clock. */
final class EmulatorModel {
  /** The clock's first instant, also after a full reset. */
  static final Instant START = Instant.parse("2027-02-27T15:30:17Z");

  /** The tenants' regions; the first is the default one. */
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
   * Returns the state after a first start.
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

  /** Returns a state with other tenants and a frozen clock. */
  EmulatorModel found(Map<String, TenantModel> others, Instant now) {
    return new EmulatorModel(others, now, now, true);
  }

  TenantModel tenant(String region) {
    return Objects.requireNonNull(tenants.get(region));
  }

  boolean frozen() {
    return frozen;
  }

  /** Returns a lower bound of the clock. */
  synchronized Instant reached() {
    return reached;
  }

  /** Returns an upper bound of the clock. */
  synchronized Instant target() {
    return target;
  }

  synchronized void clockMovesTo(Instant to) {
    target = to;
  }

  /** Raises the lower bound, while a move may be in progress. */
  synchronized void clockShowed(Instant at) {
    reached = at.isAfter(reached) ? at : reached;
  }

  /** Sets both bounds; no move is in progress. */
  synchronized void clockStandsAt(Instant at) {
    reached = at;
    target = at;
  }
}
