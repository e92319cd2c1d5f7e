package io.tatemulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads lists that are longer than a page. */
public final class Pages {
  private static final int PAGE = 100;

  private Pages() {}

  /** What an action says its list has, on all pages. */
  public static long total(Api api, String action) {
    Answer answer = api.call(action, "{'Limit': 1}");
    assertThat(answer.code()).isEmpty();
    return answer.number("TotalCount");
  }

  /** All that an action lists, page after page until an empty one. */
  public static List<JsonNode> all(Api api, String action, String set) {
    List<JsonNode> all = new ArrayList<>();
    List<JsonNode> page;
    do {
      page = api.call(action, "{'Limit': " + PAGE + ", 'Offset': " + all.size() + "}").list(set);
      all.addAll(page);
    } while (!page.isEmpty());
    return all;
  }

  /** The invokers that exist among some, a hundred asked for at a time. */
  public static List<JsonNode> invokers(Api api, List<String> ids) {
    List<JsonNode> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<String> some = ids.subList(from, Math.min(from + PAGE, ids.size()));
      found.addAll(api.call("DescribeInvokers", Requests.invokers(some)).list("InvokerSet"));
    }
    return found;
  }

  /** One text member of each. */
  public static List<String> texts(List<JsonNode> items, String member) {
    return items.stream().map(item -> item.path(member).asString()).toList();
  }
}
