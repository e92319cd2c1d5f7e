package io.tatemulator.jar.kills;

import io.tatemulator.time.CrontabModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoker as it was acknowledged, with all instants at which it was due.
 *
 * @param facts what it is since its last change
 * @param since when that was
 * @param past what was due by then
 * @param deleted when it was deleted; null while it exists
 */
record InvokerModel(Facts facts, Instant since, List<DueFire> past, @Nullable Window deleted) {
  /**
   * What requests state of an invoker.
   *
   * @param crontab null if it fires once
   * @param once null if it fires again and again
   */
  record Facts(
      String name,
      String commandId,
      List<String> instances,
      boolean enabled,
      @Nullable String crontab,
      @Nullable Instant once) {
    Facts withEnabled(boolean on) {
      return new Facts(name, commandId, instances, on, crontab, once);
    }
  }

  /** A due instant, and what the invoker was to run at it. */
  record DueFire(Instant at, String commandId, List<String> instances) {}

  /** A time on the emulator's clock that is known within two bounds. */
  record Window(Instant earliest, Instant latest) {}

  static InvokerModel created(Facts facts, Instant at) {
    return new InvokerModel(facts, at, List.of(), null);
  }

  /** A change, at which the clock shows an instant for which all that was due has been done. */
  InvokerModel changed(Facts changed, Instant at) {
    return new InvokerModel(changed, at, dueBy(at), null);
  }

  InvokerModel deleted(Window when) {
    return new InvokerModel(facts, since, past, when);
  }

  /** Deleted, once it is known after which of its due instants. */
  InvokerModel closed(List<DueFire> fires) {
    return new InvokerModel(facts.withEnabled(false), since, fires, new Window(since, since));
  }

  /** Everything that was due by an instant, if it has not been deleted before. */
  List<DueFire> dueBy(Instant until) {
    List<DueFire> due = new ArrayList<>(past);
    if (facts.enabled()) {
      addSince(until, due);
    }
    return due;
  }

  private void addSince(Instant until, List<DueFire> due) {
    Instant once = facts.once();
    if (once != null) {
      if (once.isAfter(since) && !once.isAfter(until)) {
        due.add(dueAt(once));
      }
      return;
    }
    CrontabModel crontab = new CrontabModel(String.valueOf(facts.crontab()));
    Instant next = crontab.next(since);
    while (!next.isAfter(until)) {
      due.add(dueAt(next));
      next = crontab.next(next);
    }
  }

  private DueFire dueAt(Instant at) {
    return new DueFire(at, facts.commandId(), facts.instances());
  }
}
