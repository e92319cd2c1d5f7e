package io.tatemulator.control.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tatemulator.control.BadRequestException;
import io.tatemulator.control.ExclusiveExecution;
import io.tatemulator.execution.simulated.MatchedOutcomes;
import io.tatemulator.protocol.journal.Journal;
import io.tatemulator.protocol.journal.JournalEntry;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the last requests, newest first. */
@RestController
final class RequestsRoute {
  /** The last requests. */
  record Requests(List<RequestView> requests) {}

  /**
   * A request.
   *
   * @param entry the journal entry of the request
   * @param invocationId the invocation that it started; empty for none
   * @param outcomes the rules applied to the tasks that it started
   */
  record RequestView(
      @JsonUnwrapped JournalEntry entry,
      String invocationId,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MatchedOutcomes.AppliedRule> outcomes) {}

  private final Journal journal;
  private final MatchedOutcomes matchedOutcomes;
  private final ExclusiveExecution exclusive;

  RequestsRoute(Journal journal, MatchedOutcomes matchedOutcomes, ExclusiveExecution exclusive) {
    this.journal = journal;
    this.matchedOutcomes = matchedOutcomes;
    this.exclusive = exclusive;
  }

  /**
   * Returns the last requests.
   *
   * @param action only those of this action; all when empty
   * @param code only those with this error code, or {@code OK}; all when empty
   * @param account only those of this account; all when empty
   * @param limit the maximum number
   */
  @GetMapping("/_tat/requests")
  Requests requests(
      @RequestParam(defaultValue = "") String action,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "100") int limit) {
    BadRequestException.require(
        limit >= 0, "invalid value for `limit`: expected at least 0, got " + limit);
    exclusive.awaitOtherNode();
    List<JournalEntry> last =
        journal.last(
            entry ->
                matches(action, entry.action())
                    && matches(code, entry.code())
                    && matches(account, entry.account()),
            limit);
    return new Requests(last.stream().map(this::view).toList());
  }

  private RequestView view(JournalEntry entry) {
    return new RequestView(entry, entry.resourceId(), matchedOutcomes.of(entry.resourceId()));
  }

  private static boolean matches(String expected, String actual) {
    return expected.isEmpty() || expected.equals(actual);
  }
}
