package io.tatemulator.tenant;

/** The totals of a tenant. */
record TenantTotals(long invocations, long tasks, long records) {
  long of(RowCounters.Kind kind) {
    return switch (kind) {
      case INVOCATIONS -> invocations;
      case TASKS -> tasks;
      case RECORDS -> records;
    };
  }
}
