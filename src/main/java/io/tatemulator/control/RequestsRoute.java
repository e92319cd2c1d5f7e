package io.tatemulator.control;

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
  record Requests(List<JournalEntry> requests) {}

  private final Journal journal;

  RequestsRoute(Journal journal) {
    this.journal = journal;
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
    return new Requests(
        journal.last(
            entry ->
                fits(action, entry.action())
                    && fits(code, entry.code())
                    && fits(account, entry.account()),
            Math.max(0, limit)));
  }

  private static boolean fits(String wanted, String found) {
    return wanted.isEmpty() || wanted.equals(found);
  }
}
