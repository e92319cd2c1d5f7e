package io.tatemulator.rule;

/**
 * What is stored of a rule.
 *
 * @param rule the rule as JSON
 * @param matched how many cases it matched
 * @param applied to how many cases it applied
 */
record RuleRow(String rule, long matched, long applied) {}
