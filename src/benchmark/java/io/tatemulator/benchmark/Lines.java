package io.tatemulator.benchmark;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several connections at once, each on the next errand as soon as its last one is done. One thread
 * serves them all, since threads that wait for one answer each would take from the cores that
 * client and server share.
 */
final class Lines {
  private static final long WATCH_MILLIS = 100;

  private final Supplier<@Nullable Errand> errands;
  private final List<Line> busy = new ArrayList<>();

  private Lines(Supplier<@Nullable Errand> errands) {
    this.errands = errands;
  }

  /**
   * Runs errands until there are no more.
   *
   * @param errands gives the next one; null when there is none any more
   */
  static void run(int port, int connections, Supplier<@Nullable Errand> errands) {
    try (Selector selector = Selector.open()) {
      Lines lines = new Lines(errands);
      lines.open(selector, port, connections);
      lines.serve(selector);
    } catch (IOException e) {
      throw new BenchmarkFailure("under load: " + e);
    }
  }

  private void open(Selector selector, int port, int connections) throws IOException {
    for (int i = 0; i < connections; i++) {
      Errand first = errands.get();
      if (first != null) {
        Line line = new Line(selector, port, first);
        busy.add(line);
        occupy(line);
      }
    }
  }

  private void serve(Selector selector) throws IOException {
    long watched = System.nanoTime();
    while (!busy.isEmpty()) {
      selector.select(WATCH_MILLIS);
      for (SelectionKey key : selector.selectedKeys()) {
        Line line = (Line) key.attachment();
        line.goOn();
        occupy(line);
      }
      selector.selectedKeys().clear();
      if (System.nanoTime() - watched > WATCH_MILLIS * 1_000_000) {
        for (Line line : List.copyOf(busy)) {
          line.watch();
          occupy(line);
        }
        watched = System.nanoTime();
      }
    }
  }

  private void occupy(Line line) throws IOException {
    while (line.isDone()) {
      Errand next = errands.get();
      if (next == null) {
        line.close();
        busy.remove(line);
        return;
      }
      line.begin(next);
    }
  }
}
