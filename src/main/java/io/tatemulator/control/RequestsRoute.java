package io.tatemulator.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tatemulator.execution.simulated.Decisions;
import io.tatemulator.protocol.journal.Journal;
import io.tatemulator.protocol.journal.JournalEntry;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the last calls, the newest first. */
@RestController
final class RequestsRoute {
  /** The last calls. */
  record Requests(List<Shown> requests) {}

  /**
   * A call.
   *
   * @param call the call
   * @param outcomes the rules that have decided the tasks which it began
   */
  record Shown(
      @JsonUnwrapped JournalEntry call,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Decisions.Decision> outcomes) {}

  private final Journal journal;
  private final Decisions decisions;

  RequestsRoute(Journal journal, Decisions decisions) {
    this.journal = journal;
    this.decisions = decisions;
  }

  /**
   * The last calls.
   *
   * @param action only those of this action; all when empty
   * @param code only those with this error code, or {@code OK}; all when empty
   * @param account only those of this account; all when empty
   * @param limit how many at most
   */
  @GetMapping("/_tat/requests")
  Requests requests(
      @RequestParam(defaultValue = "") String action,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "100") int limit) {
    BadRequestException.unless(limit >= 0, "limit is not negative");
    List<JournalEntry> last =
        journal.last(
            entry ->
                fits(action, entry.action())
                    && fits(code, entry.code())
                    && fits(account, entry.account()),
            limit);
    return new Requests(
        last.stream().map(entry -> new Shown(entry, decisions.of(entry.invocationId()))).toList());
  }

  private static boolean fits(String wanted, String found) {
    return wanted.isEmpty() || wanted.equals(found);
  }
}
