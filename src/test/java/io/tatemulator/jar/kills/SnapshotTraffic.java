package io.tatemulator.jar.kills;

import io.tatemulator.jar.kills.AcknowledgedState.Saved;
import io.tatemulator.jar.kills.AcknowledgedState.Saving;
import io.tatemulator.jar.kills.Progress.Moment;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.Control.Reply;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Saves, imports and loads snapshots, and now and then resets everything. */
final class SnapshotTraffic {
  private static final List<String> SAVED = List.of("first", "second");
  private static final String IMPORTED = "imported";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AcknowledgedState state;
  private final Control control;
  private final Progress progress;
  private final Moment kill;
  private final Random random;

  SnapshotTraffic(
      AcknowledgedState state, Server server, Progress progress, Moment kill, Random random) {
    this.state = state;
    this.control = server.control();
    this.progress = progress;
    this.kill = kill;
    this.random = random;
  }

  /** Waits for a random number of requests, and replaces or saves the state. */
  void step() throws InterruptedException {
    progress.await(Moment.REQUEST, progress.count() + 5 + random.nextInt(40));
    state.replacementLock.writeLock().lock();
    try {
      if (progress.isOver()) {
        return;
      }
      switch (next()) {
        case LOAD -> load();
        case IMPORT -> importFile();
        case RESET -> reset();
        default -> save();
      }
    } finally {
      state.replacementLock.writeLock().unlock();
    }
  }

  private Moment next() {
    if (state.snapshots.isEmpty()) {
      return Moment.SAVE;
    }
    boolean whole = kill == Moment.LOAD || kill == Moment.IMPORT || kill == Moment.RESET;
    if (whole && random.nextBoolean()) {
      return kill;
    }
    return switch (random.nextInt(10)) {
      case 0 -> Moment.RESET;
      case 1, 2, 3 -> Moment.LOAD;
      case 4, 5 -> Moment.IMPORT;
      default -> Moment.SAVE;
    };
  }

  private void save() {
    String name = one(SAVED);
    EmulatorModel model = state.model().copy();
    state.saving = new Saving(name, model);
    progress.count(Moment.SAVE);
    put(name, "", model);
  }

  private void importFile() {
    String name = one(List.copyOf(state.snapshots.keySet()));
    HttpResponse<String> file =
        Unanswered.unless(control.send("GET", "/_tat/snapshots/" + name, ""));
    require(file.statusCode() == 200, file);
    EmulatorModel model = saved(name).model().copy();
    state.saving = new Saving(IMPORTED, model);
    progress.count(Moment.IMPORT);
    put(IMPORTED, file.body(), model);
  }

  private void put(String name, String body, EmulatorModel model) {
    HttpResponse<String> answer =
        Unanswered.unless(control.send("PUT", "/_tat/snapshots/" + name, body));
    require(answer.statusCode() == 200, answer);
    JsonNode kept = JSON.readTree(answer.body());
    state.snapshots.put(name, new Saved(model, kept.path("savedAt").asString()));
    state.saving = null;
  }

  private void load() {
    String name = one(List.copyOf(state.snapshots.keySet()));
    EmulatorModel after = saved(name).model().copy();
    state.replaceWith(state.model(), after);
    progress.count(Moment.LOAD);
    HttpResponse<String> answer =
        Unanswered.unless(control.send("POST", "/_tat/snapshots/" + name + "/load", ""));
    require(answer.statusCode() == 204, answer);
    state.replaceWith(after);
  }

  private void reset() {
    EmulatorModel real = EmulatorModel.empty(false);
    state.replaceWith(state.model(), real);
    progress.count(Moment.RESET);
    HttpResponse<String> answer = Unanswered.unless(control.send("POST", "/_tat/reset", ""));
    require(answer.statusCode() == 204, answer);
    freeze(state, control, real);
  }

  /** Freezes the clock after a first start or a full reset. */
  static void freeze(AcknowledgedState state, Control control, EmulatorModel real) {
    EmulatorModel frozen = EmulatorModel.empty(true);
    state.replaceWith(real, frozen);
    String body = "{'mode': 'frozen', 'now': '" + EmulatorModel.START + "'}";
    Reply reply = Unanswered.unless(control.call("PUT", "clock", body));
    if (reply.status() != 200) {
      throw new AssertionError("the clock was not frozen: " + reply);
    }
    state.replaceWith(frozen);
  }

  private Saved saved(String name) {
    return Objects.requireNonNull(state.snapshots.get(name));
  }

  private String one(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private static void require(boolean holds, HttpResponse<String> answer) {
    if (!holds) {
      throw new AssertionError(answer + ": " + answer.body());
    }
  }
}
