package io.tatemulator.query;

import io.tatemulator.protocol.Raises;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.tat.TatError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filters that one Describe action supports.
 *
 * @param idsName the parameter that excludes filters, such as {@code InvokerIds}
 * @param tooManyFilters the action's error for more than ten filters
 * @param tooManyValues the action's error for a filter with more than five values
 * @param rules the filters by name
 */
@Raises({"InvalidParameter.ConflictParameter", "InvalidParameterValue.InvalidFilter"})
public record FilterRules(
    String idsName, ErrorCode tooManyFilters, ErrorCode tooManyValues, List<FilterRule> rules) {
  private static final int MAX_FILTERS = 10;
  private static final int MAX_VALUES = 5;

  /** Creates rules with the same error for too many filters and too many values. */
  public static FilterRules of(String idsName, ErrorCode tooMany, FilterRule... rules) {
    return new FilterRules(idsName, tooMany, tooMany, List.of(rules));
  }

  /**
   * Validates and returns the filters of a request.
   *
   * @param ids the identifiers that the request has instead; an empty list counts as none
   * @throws ApiException ConflictParameter when both are given, or the error of the first invalid
   *     filter
   */
  public List<Filter> validate(@Nullable List<String> ids, @Nullable List<Filter> filters) {
    List<Filter> requested = filters == null ? List.of() : filters;
    if (requested.size() > MAX_FILTERS) {
      String surplus = requested.get(MAX_FILTERS).name();
      throw new ApiException(tooManyFilters, "Filters", surplus, 0, MAX_FILTERS);
    }
    for (int i = 0; i < requested.size(); i++) {
      validate("Filters." + i, requested.get(i));
    }
    if (ids != null && !ids.isEmpty() && !requested.isEmpty()) {
      throw new ApiException(TatError.CONFLICT_PARAMETER, idsName, "Filters");
    }
    return requested;
  }

  private void validate(String path, Filter filter) {
    if (filter.values().size() > MAX_VALUES) {
      throw new ApiException(tooManyValues, path + ".Values", filter.name(), 0, MAX_VALUES);
    }
    FilterRule rule =
        rules.stream()
            .filter(candidate -> candidate.appliesTo(filter.name()))
            .findFirst()
            .orElseThrow(
                () -> new ApiException(TatError.INVALID_FILTER, path + ".Name", filter.name()));
    for (String value : filter.values()) {
      if (!rule.values().matcher(value).matches()) {
        throw new ApiException(rule.error(), path + ".Values", value);
      }
    }
  }
}
