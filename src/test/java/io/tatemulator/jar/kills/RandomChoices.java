package io.tatemulator.jar.kills;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Random choices that several kinds of requests need. */
record RandomChoices(Random random) {
  private static final AtomicInteger LABELS = new AtomicInteger();

  List<String> instances() {
    int first = random.nextInt(10);
    return IntStream.rangeClosed(first, first + random.nextInt(2))
        .mapToObj(i -> "ins-" + (10_000_000 + i))
        .toList();
  }

  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  static String label() {
    return "k-" + LABELS.incrementAndGet();
  }
}
