package io.tatemulator.execution.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Output from chunks. */
class AgentOutputTest {
  private final AgentOutput output = new AgentOutput();

  @RepeatedTest(20)
  void chunksMayComeInAnyOrderAndTwiceAndACrashLosesNone(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Integer> order = new ArrayList<>();
    for (int first = 0; first < 50; first += 25) {
      List<Integer> indexes = IntStream.range(first, first + 25).boxed().toList();
      List<Integer> underWay = new ArrayList<>(indexes);
      underWay.addAll(indexes);
      Collections.shuffle(underWay, random);
      order.addAll(underWay);
    }
    StringBuilder expected = new StringBuilder();
    IntStream.range(0, 50).forEach(index -> expected.append(text(index)));

    AgentOutput restored = output;
    for (int index : order) {
      restored.add(index, text(index).getBytes(UTF_8), 0);
      restored =
          new AgentOutput(restored.bytes(), restored.next(), restored.early(), restored.dropped());
    }

    assertThat(restored.bytes()).asString().isEqualTo(expected.toString());
    assertThat(restored.early()).isEmpty();
  }

  @Test
  void aMissingChunkHoldsBackTheLaterOnesUntilTheEnd() {
    output.add(0, "a".getBytes(UTF_8), 0);
    output.add(2, "c".getBytes(UTF_8), 7);
    assertThat(output.bytes()).asString().isEqualTo("a");
    assertThat(output.dropped()).isEqualTo(7);

    output.complete();

    assertThat(output.bytes()).asString().isEqualTo("ac");
    output.add(1, "b".getBytes(UTF_8), 0);
    assertThat(output.bytes()).asString().isEqualTo("ac");
  }

  @Test
  void whatIsKeptIsBounded() {
    for (int index = 1; index < 10_000; index++) {
      output.add(index, new byte[1_000], 0);
    }
    assertThat(output.early().size()).isLessThanOrEqualTo(32);
    assertThat(output.early().values().stream().mapToInt(chunk -> chunk.length).sum())
        .isLessThanOrEqualTo(AgentOutput.MAX_BYTES);

    output.complete();

    assertThat(output.bytes()).hasSize(AgentOutput.MAX_BYTES);
  }

  @Test
  void aLostChunkDoesNotHoldBackAllOthers() {
    for (int index = 1; index <= 200; index++) {
      output.add(index, text(index).getBytes(UTF_8), 0);
    }

    assertThat(output.bytes()).asString().startsWith("<1><2>").contains("<160>");
    output.complete();
    assertThat(output.bytes()).asString().endsWith("<199><200>");
  }

  private static String text(int index) {
    return "<" + index + ">";
  }
}
