package io.tatemulator.schedule;

import io.tatemulator.invocation.NewInvocation;
import io.tatemulator.invoker.NewInvokerRecord;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.time.Fire;

/**
 * A fire to store.
 *
 * @param invocation the invocation that it starts
 * @param record its record
 */
record NewFire(NewInvocation invocation, NewInvokerRecord record) {
  Fire fire() {
    return new Fire(
        ResourceId.INVOKER.format(record.invoker().number()),
        record.invoker().dueAt(),
        ResourceId.INVOCATION.format(invocation.id()));
  }
}
