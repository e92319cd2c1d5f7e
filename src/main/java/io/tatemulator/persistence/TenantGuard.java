package io.tatemulator.persistence;

import java.util.function.Supplier;

/**
 * Guards the rows of tenants: while a request of one tenant runs, its thread loads no entity of
 * another tenant, whatever a query asks for. Entities call it when they are loaded. Threads that
 * work for all tenants, such as the one that fires invokers, have no guard.
 */
public final class TenantGuard {
  private static final ThreadLocal<Long> CURRENT = new ThreadLocal<>();

  private TenantGuard() {}

  /** Runs a request of a tenant. */
  public static <T> T run(long tenantId, Supplier<T> request) {
    Long outer = CURRENT.get();
    CURRENT.set(tenantId);
    try {
      return request.get();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  /**
   * Checks a row that has been loaded.
   *
   * @throws IllegalStateException when a request of another tenant is running
   */
  public static void check(long tenantId) {
    Long current = CURRENT.get();
    if (current != null && current != tenantId) {
      throw new IllegalStateException(
          "a request of tenant " + current + " has read a row of tenant " + tenantId);
    }
  }
}
