package io.tatemulator.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.support.GroupCommit.Result;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions that are answered together, by a thread that nothing ends. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {
  private final GroupCommit<Throwable, String> commits =
      new GroupCommit<>("test", GroupCommitTest::answer);

  @AfterEach
  void close() throws InterruptedException {
    commits.close();
  }

  private static List<Result<String>> answer(List<Throwable> questions) {
    for (Throwable question : questions) {
      if (!"fine".equals(question.getMessage())) {
        GroupCommitTest.<RuntimeException>throwAnything(question);
      }
    }
    return questions.stream()
        .<Result<String>>map(question -> new Result.Success<>("fine"))
        .toList();
  }

  /** Throws a checked exception too, as code without a compiler's checks may. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void throwAnything(Throwable failure) throws E {
    throw (E) failure;
  }

  @Test
  void aFailureRejectsItsOwnRequestAndTheNextSucceeds() {
    for (Throwable failure :
        List.of(
            new IllegalStateException("a fault"),
            new OutOfMemoryError("no memory"),
            new StackOverflowError("no stack"),
            new Exception("unchecked by the compiler"))) {
      assertThatThrownBy(() -> commits.submit(failure)).isInstanceOf(RuntimeException.class);

      assertThat(commits.submit(new Exception("fine"))).isEqualTo("fine");
    }
  }
}
