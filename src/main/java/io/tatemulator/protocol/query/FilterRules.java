package io.tatemulator.protocol.query;

import io.tatemulator.protocol.Raises;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filters that one Describe action takes.
 *
 * @param idsName the parameter that excludes filters, such as {@code InvokerIds}
 * @param tooManyFilters the action's error for more than ten filters
 * @param tooManyValues the action's error for a filter with more than five values
 * @param rules the filters by name
 */
@Raises({ErrorCode.CONFLICT_PARAMETER, ErrorCode.INVALID_FILTER})
public record FilterRules(
    String idsName, ErrorCode tooManyFilters, ErrorCode tooManyValues, List<FilterRule> rules) {
  private static final int MAX_FILTERS = 10;
  private static final int MAX_VALUES = 5;

  /** Rules of an action that has one error for too many filters and for too many values. */
  public static FilterRules of(String idsName, ErrorCode tooMany, FilterRule... rules) {
    return new FilterRules(idsName, tooMany, tooMany, List.of(rules));
  }

  /**
   * The filters of a request, checked.
   *
   * @param ids the identifiers that the request names instead; an empty list counts as none
   * @throws ApiException ConflictParameter when both are given, or the error of the first bad
   *     filter
   */
  public List<Filter> check(@Nullable List<String> ids, @Nullable List<Filter> filters) {
    List<Filter> given = filters == null ? List.of() : filters;
    if (given.size() > MAX_FILTERS) {
      String surplus = given.get(MAX_FILTERS).name();
      throw new ApiException(tooManyFilters, "Filters", surplus, 0, MAX_FILTERS);
    }
    for (int i = 0; i < given.size(); i++) {
      check("Filters." + i, given.get(i));
    }
    if (ids != null && !ids.isEmpty() && !given.isEmpty()) {
      throw new ApiException(ErrorCode.CONFLICT_PARAMETER, idsName, "Filters");
    }
    return given;
  }

  private void check(String path, Filter filter) {
    if (filter.values().size() > MAX_VALUES) {
      throw new ApiException(tooManyValues, path + ".Values", filter.name(), 0, MAX_VALUES);
    }
    FilterRule rule =
        rules.stream()
            .filter(known -> known.governs(filter.name()))
            .findFirst()
            .orElseThrow(
                () -> new ApiException(ErrorCode.INVALID_FILTER, path + ".Name", filter.name()));
    for (String value : filter.values()) {
      if (!rule.values().matcher(value).matches()) {
        throw new ApiException(rule.error(), path + ".Values", value);
      }
    }
  }
}
