package io.tatemulator.jar.kills;

import io.tatemulator.time.CrontabModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoker as acknowledged, with all its due instants.
 *
 * @param facts its attributes since the last change
 * @param since the time of the last change
 * @param past what was due up to that time
 * @param deleted the time of its deletion; null while it exists
 */
record InvokerModel(Facts facts, Instant since, List<DueFire> past, @Nullable Window deleted) {
  /**
   * The attributes that requests set.
   *
   * @param crontab null if it fires once
   * @param once null if it recurs
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

  /** A due instant with the command and the instances at that time. */
  record DueFire(Instant at, String commandId, List<String> instances) {}

  /** Bounds of a time on the emulator's clock. */
  record Window(Instant earliest, Instant latest) {}

  static InvokerModel created(Facts facts, Instant at) {
    return new InvokerModel(facts, at, List.of(), null);
  }

  /** Applies a change. Requests see an instant at which everything due has been done. */
  InvokerModel changed(Facts changed, Instant at) {
    return new InvokerModel(changed, at, dueBy(at), null);
  }

  InvokerModel deleted(Window when) {
    return new InvokerModel(facts, since, past, when);
  }

  /** Returns a deleted invoker whose fires are known. */
  InvokerModel closed(List<DueFire> fires) {
    return new InvokerModel(facts.withEnabled(false), since, fires, new Window(since, since));
  }

  /** Returns what was due up to an instant, regardless of a deletion. */
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
