package io.tatemulator.invoker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claim of a due invoker, with the decision whether it fires.
 *
 * @param invoker the invoker as it was found
 * @param fires whether it fires for its due instant or skips it
 * @param next when it is due again; null for never
 */
public record InvokerClaim(DueInvoker invoker, boolean fires, @Nullable Instant next) {}
