package io.tatemulator.client;

/**
 * A rule with its counters.
 *
 * @param rule the rule
 * @param matched how many tasks or requests it matched
 * @param applied how many it was applied to
 */
public record RuleStats<R>(R rule, long matched, long applied) {}
