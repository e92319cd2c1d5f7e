package io.tatemulator.control.route;

import io.tatemulator.control.BadRequestException;
import io.tatemulator.schedule.AdvanceResult;
import io.tatemulator.schedule.TimeTravel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Advances the emulator's clock and does the work that becomes due on the way. */
@RestController
final class AdvanceRoute {
  /**
   * The target of an advance.
   *
   * @param by a duration, such as {@code PT1H}
   * @param to a time, instead of {@code by}
   */
  record Advance(@Nullable Duration by, @Nullable Instant to) {}

  private final TimeTravel travel;

  AdvanceRoute(TimeTravel travel) {
    this.travel = travel;
  }

  @PostMapping("/_tat/clock/advance")
  AdvanceResult advance(@RequestBody Advance request) {
    Duration by = request.by();
    Instant to = request.to();
    if (by != null && to == null) {
      return travel.advance(by);
    }
    if (to != null && by == null) {
      return travel.advanceTo(to);
    }
    throw new BadRequestException("specify exactly one of `by` and `to`");
  }

  @PostMapping("/_tat/clock/advance-to-next")
  AdvanceResult advanceToNext() {
    return travel.advanceToNext();
  }
}
