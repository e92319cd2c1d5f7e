package io.tatemulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds of every action that lists something by identifiers or else by filters. */
public abstract class FilterContract extends ListingContract {
  /** A filter as requests write it. */
  protected static Map<String, Object> filter(String name, Object... values) {
    return Map.of("Name", name, "Values", List.of(values));
  }

  /** A body with filters. */
  protected static Body filtered(Map<?, ?>... filters) {
    return all().with("Filters", List.of(filters));
  }

  /** The name of the filter that does the same as naming identifiers. */
  protected abstract String idFilter();

  /** The error of more than five values of one filter. */
  protected abstract String manyValuesCode();

  /** The error of more than ten filters. */
  protected abstract String manyFiltersCode();

  /** The error of names together with filters. */
  protected String conflictCode() {
    return "InvalidParameter.ConflictParameter";
  }

  @Test
  void findsWhatAFilterNames() {
    List<String> created = create(api, 3);

    Answer two = list(api, filtered(filter(idFilter(), created.get(0), created.get(2))));

    assertThat(two.texts(listing().list(), listing().member()))
        .containsExactly(created.get(2), created.get(0));
    assertThat(two.number("TotalCount")).isEqualTo(2);
    assertThat(
            names(
                api,
                filtered(
                    filter(idFilter(), created.get(0), created.get(1)),
                    filter(idFilter(), created.get(1), created.get(2)))))
        .containsExactly(created.get(1));
    assertThat(names(api, filtered(filter(idFilter(), created.toArray())).with("Offset", 1)))
        .containsExactly(created.get(1), created.get(0));
  }

  @Test
  void refusesNamesTogetherWithFilters() {
    Body filtered = filtered(filter(idFilter(), listing().unknown()));

    assertThat(list(api, filtered.with(listing().ids(), List.of(listing().unknown()))).code())
        .isEqualTo(conflictCode());
    assertThat(list(api, filtered.with(listing().ids(), List.of())).code()).isEmpty();
    assertThat(
            list(
                    api,
                    all()
                        .with(listing().ids(), List.of(listing().unknown()))
                        .with("Filters", List.of()))
                .code())
        .isEmpty();
  }

  @Test
  void refusesFiltersThatItDoesNotKnow() {
    for (String name : List.of("no-such-filter", idFilter().toUpperCase(Locale.ROOT), "")) {
      assertThat(list(api, filtered(filter(name, "x"))).code())
          .as(name)
          .isEqualTo("InvalidParameterValue.InvalidFilter");
    }
    assertThat(list(api, filtered(filter(idFilter(), listing().malformed()))).code())
        .isEqualTo(listing().malformedCode());
  }

  @Test
  void takesAtMostTenFiltersOfFiveValues() {
    Map<String, Object> five =
        filter(idFilter(), Collections.nCopies(5, listing().unknown()).toArray());
    Map<String, Object> six =
        filter(idFilter(), Collections.nCopies(6, listing().unknown()).toArray());

    assertThat(list(api, all().with("Filters", Collections.nCopies(10, five))).code()).isEmpty();
    assertThat(list(api, all().with("Filters", Collections.nCopies(11, five))).code())
        .isEqualTo(manyFiltersCode());
    assertThat(list(api, filtered(six)).code()).isEqualTo(manyValuesCode());
  }

  @Test
  void wantsANameAndValuesOfEveryFilter() {
    Answer noValues = list(api, Body.of("{'Filters': [{'Name': '" + idFilter() + "'}]}"));
    Answer noName = list(api, Body.of("{'Filters': [{'Values': ['x']}]}"));

    assertThat(noValues.code() + noValues.message())
        .isEqualTo(
            "MissingParameterThe request is missing a required parameter `Filters.0.Values`.");
    assertThat(noName.code() + noName.message())
        .isEqualTo("MissingParameterThe request is missing a required parameter `Filters.0.Name`.");
  }

  /** The only item that a request finds. */
  protected JsonNode only(Body body) {
    Answer answer = api.ok(listing().action(), body);
    assertThat(answer.number("TotalCount")).isEqualTo(1);
    return answer.list(listing().list()).get(0);
  }
}
