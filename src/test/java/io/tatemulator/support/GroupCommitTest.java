package io.tatemulator.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tatemulator.support.GroupCommit.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions that are answered together, by a thread that nothing ends. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {
  private static final String NO_DATABASE = "no database";
  private static final int MANY = 1_000;

  private final GroupCommit<Throwable, String> commits =
      new GroupCommit<>(
          "test", this::answer, failure -> !(failure instanceof UncheckedIOException));

  private final List<Integer> batches = new CopyOnWriteArrayList<>();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore proceed = new Semaphore(MANY);

  @AfterEach
  void close() throws InterruptedException {
    commits.close();
  }

  private List<Result<String>> answer(List<Throwable> questions) {
    batches.add(questions.size());
    begun.release();
    proceed.acquireUninterruptibly();
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

  @Test
  void aFailureOfOneRequestIsNotThatOfTheOthers() throws InterruptedException {
    assertThat(together("fine", "a fault", "fine")).containsExactly("fine", "failed", "fine");

    assertThat(batches).containsExactly(1, 3, 1, 1, 1);
  }

  @Test
  void aFailureOfTheDatabaseIsThatOfAllAtOnce() throws InterruptedException {
    assertThat(together("fine", NO_DATABASE, "fine")).containsOnly("failed");

    assertThat(batches).containsExactly(1, 3);
  }

  @Test
  void aFailureOfTheDatabaseAfterThatOfARequestIsThatOfTheRest() throws InterruptedException {
    assertThat(together("fine", "a fault", NO_DATABASE, "fine"))
        .containsExactly("fine", "failed", "failed", "failed");

    assertThat(batches).containsExactly(1, 4, 1, 1, 1);
  }

  /** Asks questions that become one batch, since they arrive while another one is answered. */
  private List<String> together(String... questions) throws InterruptedException {
    proceed.drainPermits();
    List<String> answers = new CopyOnWriteArrayList<>(questions);
    Thread first = ask("fine", answer -> {});
    begun.acquire();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < questions.length; i++) {
      int place = i;
      threads.add(ask(questions[i], answer -> answers.set(place, answer)));
      await().until(() -> threads.get(place).getState() == Thread.State.WAITING);
    }
    proceed.release(MANY);
    first.join();
    for (Thread thread : threads) {
      thread.join();
    }
    return answers;
  }

  private Thread ask(String question, Consumer<String> answer) {
    Throwable asked =
        question.equals(NO_DATABASE)
            ? new UncheckedIOException(new IOException(question))
            : new IllegalStateException(question);
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.accept(commits.submit(asked));
              } catch (RuntimeException e) {
                answer.accept("failed");
              }
            });
    thread.start();
    return thread;
  }
}
