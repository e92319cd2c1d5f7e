package io.tatemulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every action that lists something by identifiers, page by page. */
public abstract class ListingContract extends AcceptanceTest {
  private static final String OTHER_REGION = "ap-shanghai";

  /**
   * An action that lists something.
   *
   * @param action the action
   * @param list the member of the answer that holds the items
   * @param ids the parameter that names some of them
   * @param member the item's member that such a name is compared with
   * @param unknown a name of the right form that nothing bears
   * @param malformed a name of another form
   * @param malformedCode the error of that one
   * @param manyIdsCode the error of more than 100 names
   * @param limits the errors of a Limit
   */
  public record Listing(
      String action,
      String list,
      String ids,
      String member,
      String unknown,
      String malformed,
      String malformedCode,
      String manyIdsCode,
      Limits limits) {}

  /** The errors of a Limit that is too great, and of 0; empty when 0 is an empty page. */
  public record Limits(String above, String zero) {}

  /** What is under test. */
  protected abstract Listing listing();

  /** Creates items for a caller and gives their names, the oldest first. */
  protected abstract List<String> create(Api caller, int count);

  /** The names of the built-in rows of every tenant. */
  protected List<String> givenToAll() {
    return List.of();
  }

  protected Answer list(Api caller, Body body) {
    return caller.call(listing().action(), body);
  }

  protected List<String> names(Api caller, Body body) {
    return caller.ok(listing().action(), body).texts(listing().list(), listing().member());
  }

  protected static Body all() {
    return Body.of("{}");
  }

  private Body named(List<String> ids) {
    return all().with(listing().ids(), ids);
  }

  /** All names, the newest first. */
  protected List<String> newestFirst(List<String> created) {
    List<String> all = new ArrayList<>(givenToAll());
    all.addAll(created);
    Collections.reverse(all);
    return all;
  }

  @Test
  void listsTheNewestFirstByTwenty() {
    List<String> all = newestFirst(create(api, 22));

    Answer first = list(api, all());

    assertThat(first.texts(listing().list(), listing().member())).isEqualTo(all.subList(0, 20));
    assertThat(first.number("TotalCount")).isEqualTo(all.size());
    assertThat(names(api, all().with("Limit", 100))).isEqualTo(all);
    List<String> paged = new ArrayList<>();
    for (int offset = 0; offset < all.size(); offset += 9) {
      paged.addAll(names(api, all().with("Offset", offset).with("Limit", 9)));
    }
    assertThat(paged).isEqualTo(all);
  }

  @Test
  void pagesThroughWhatIsNamed() {
    List<String> created = create(api, 4);
    List<String> named = List.of(created.get(2), created.get(0), created.get(3));

    Answer page = list(api, named(named).with("Offset", 1).with("Limit", 1));

    assertThat(page.texts(listing().list(), listing().member())).containsExactly(created.get(2));
    assertThat(page.number("TotalCount")).isEqualTo(3);
    assertThat(names(api, named(named)))
        .containsExactly(created.get(3), created.get(2), created.get(0));
  }

  @Test
  void isEmptyBeyondTheEnd() {
    int total = newestFirst(create(api, 2)).size();

    for (String offset :
        List.of("" + total, "4294967296", "" + Long.MAX_VALUE, "1" + Long.MAX_VALUE)) {
      Answer beyond = list(api, Body.of("{'Offset': " + offset + "}"));

      assertThat(beyond.response().path(listing().list()).isArray()).as(offset).isTrue();
      assertThat(beyond.list(listing().list())).as(offset).isEmpty();
      assertThat(beyond.number("TotalCount")).as(offset).isEqualTo(total);
    }
  }

  @Test
  void takesLimitsUpToOneHundred() {
    List<String> all = newestFirst(create(api, 2));

    assertThat(names(api, all().with("Limit", 1))).isEqualTo(all.subList(0, 1));
    assertThat(names(api, all().with("Limit", 100))).isEqualTo(all);
    assertThat(list(api, all().with("Limit", 101)).code()).isEqualTo(listing().limits().above());
    Answer none = list(api, all().with("Limit", 0));
    assertThat(none.code()).isEqualTo(listing().limits().zero());
    assertThat(none.list(listing().list())).isEmpty();
  }

  /** The error of a Limit or an Offset below 0: a type that it does not have, unless it does. */
  protected String negativeCode() {
    return "InvalidParameter";
  }

  @Test
  void refusesNegativePages() {
    assertThat(list(api, Body.of("{'Limit': -1}")).code()).isEqualTo(negativeCode());
    assertThat(list(api, Body.of("{'Offset': -1}")).code()).isEqualTo(negativeCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "'1'", "true", "[]"})
  void refusesPagesThatAreNoNaturalNumbers(String number) {
    assertThat(list(api, Body.of("{'Limit': " + number + "}")).code())
        .isEqualTo("InvalidParameter");
    assertThat(list(api, Body.of("{'Offset': " + number + "}")).code())
        .isEqualTo("InvalidParameter");
  }

  @Test
  void takesAnEmptyListOfNamesForAll() {
    List<String> created = create(api, 1);

    assertThat(names(api, named(List.of()))).isEqualTo(newestFirst(created));
  }

  @Test
  void findsNothingUnderAnUnknownName() {
    create(api, 1);

    Answer answer = list(api, named(List.of(listing().unknown())));

    assertThat(answer.code()).isEmpty();
    assertThat(answer.number("TotalCount")).isZero();
    assertThat(answer.response().path(listing().list()).isEmpty()).isTrue();
  }

  @Test
  void refusesMalformedNamesAndMoreThanOneHundred() {
    List<String> hundred = Collections.nCopies(100, listing().unknown());
    List<String> more = IntStream.rangeClosed(0, 100).mapToObj(i -> listing().unknown()).toList();

    assertThat(list(api, named(List.of(listing().unknown(), listing().malformed()))).code())
        .isEqualTo(listing().malformedCode());
    assertThat(list(api, named(hundred)).code()).isEmpty();
    assertThat(list(api, named(more)).code()).isEqualTo(listing().manyIdsCode());
  }

  @Test
  void showsNothingOfAnotherAccountOrRegion() {
    List<String> created = create(api, 1);

    for (Api stranger : List.of(newTenant(), api.with("X-TC-Region", OTHER_REGION))) {
      assertThat(names(stranger, all())).isEqualTo(newestFirst(List.of()));
      assertThat(list(stranger, all()).number("TotalCount")).isEqualTo(givenToAll().size());
      assertStrangerCannotName(stranger, created);
    }
  }

  /** Naming another's item finds nothing. */
  protected void assertStrangerCannotName(Api stranger, List<String> created) {
    assertThat(names(stranger, named(created))).isEmpty();
  }
}
