package io.tatemulator.execution.agent;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * The output of a task, from chunks that arrive in any order, more than once or never. At most the
 * 24,576 bytes that an agent reports are kept. Not thread-safe.
 */
final class AgentOutput {
  static final int MAX_BYTES = 24_576;

  /** With so many after it, a missing chunk is no longer under way but lost. */
  private static final int MAX_EARLY = 32;

  private final ByteArrayOutputStream inOrder = new ByteArrayOutputStream();
  private final TreeMap<Integer, byte[]> early;
  private int next;
  private int earlyBytes;
  private long dropped;

  AgentOutput() {
    this(new byte[0], 0, Map.of(), 0);
  }

  /**
   * Restores an output.
   *
   * @param bytes the bytes of the chunks before {@code next}
   * @param next the index of the first chunk that is missing
   * @param early chunks after it, by index
   * @param dropped how many bytes the agent has left out
   */
  AgentOutput(byte[] bytes, int next, Map<Integer, byte[]> early, long dropped) {
    inOrder.writeBytes(bytes);
    this.next = next;
    this.early = new TreeMap<>(early);
    this.dropped = dropped;
    this.earlyBytes = early.values().stream().mapToInt(chunk -> chunk.length).sum();
  }

  /**
   * Adds a chunk, unless it is there already.
   *
   * @param droppedUntilThen how many bytes the agent has left out until then
   */
  void add(int index, byte[] chunk, long droppedUntilThen) {
    dropped = Math.max(dropped, droppedUntilThen);
    if (index < next || early.containsKey(index)) {
      return;
    }
    early.put(index, chunk);
    earlyBytes += chunk.length;
    while (!early.isEmpty()
        && (early.firstKey() == next || early.size() > MAX_EARLY || earlyBytes > MAX_BYTES)) {
      appendFirst();
    }
  }

  /** Appends the chunks that are left after the end, since those before them will not come. */
  void complete() {
    while (!early.isEmpty()) {
      appendFirst();
    }
  }

  private void appendFirst() {
    Map.Entry<Integer, byte[]> first = early.pollFirstEntry();
    byte[] chunk = first.getValue();
    earlyBytes -= chunk.length;
    inOrder.write(chunk, 0, Math.min(chunk.length, MAX_BYTES - inOrder.size()));
    next = first.getKey() + 1;
  }

  byte[] bytes() {
    return inOrder.toByteArray();
  }

  int next() {
    return next;
  }

  Map<Integer, byte[]> early() {
    return Map.copyOf(early);
  }

  long dropped() {
    return dropped;
  }
}
