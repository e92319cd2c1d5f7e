package io.tatemulator.query;

import io.tatemulator.protocol.codec.Required;
import java.util.List;

/**
 * One filter of a Describe action. Filters are joined by AND, the values of one filter by OR.
 *
 * @param name the attribute to compare, such as {@code command-id}
 * @param values the matching values, compared exactly
 */
public record Filter(@Required String name, @Required List<String> values) {}
