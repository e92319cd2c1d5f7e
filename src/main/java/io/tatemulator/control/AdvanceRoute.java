package io.tatemulator.control;

import io.tatemulator.schedule.TimeTravel;
import io.tatemulator.schedule.Travel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves the emulator's clock on, and does on the way whatever falls due. */
@RestController
final class AdvanceRoute {
  /**
   * How far.
   *
   * @param by a duration, such as {@code PT1H}
   * @param to a time, in place of {@code by}
   */
  record Advance(@Nullable Duration by, @Nullable Instant to) {}

  private final TimeTravel travel;

  AdvanceRoute(TimeTravel travel) {
    this.travel = travel;
  }

  @PostMapping("/_tat/clock/advance")
  Travel advance(@RequestBody Advance wanted) {
    Duration by = wanted.by();
    Instant to = wanted.to();
    if (by != null && to == null) {
      return travel.advance(by);
    }
    if (to != null && by == null) {
      return travel.advanceTo(to);
    }
    throw new BadRequestException("it is either by, a duration such as PT1H, or to, a time");
  }

  @PostMapping("/_tat/clock/advance-to-next")
  Travel advanceToNext() {
    return travel.advanceToNext();
  }
}
