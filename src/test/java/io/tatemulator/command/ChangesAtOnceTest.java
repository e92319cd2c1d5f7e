package io.tatemulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Requests that meet. */
class ChangesAtOnceTest extends AcceptanceTest {
  private static final int CALLERS = 16;

  /** The codes of requests that are all sent at once. */
  private static List<String> codes(int count, IntFunction<Answer> request) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(count);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<String>> sent = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        Callable<String> call =
            () -> {
              start.await();
              return request.apply(number).code();
            };
        sent.add(callers.submit(call));
      }
      start.countDown();
      List<String> codes = new ArrayList<>();
      for (Future<String> answer : sent) {
        codes.add(answer.get());
      }
      return codes;
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void allChangesOfOneCommandAreMade() throws Exception {
    String id = api.createCommand(Body.command("mine"));
    Body change = Body.of("{}").with("CommandId", id);

    List<String> codes =
        codes(CALLERS, i -> api.call("ModifyCommand", change.with("Description", "change " + i)));

    assertThat(codes).containsOnly("");
  }

  @Test
  void oneOfSeveralTakesAName() throws Exception {
    List<String> codes = codes(CALLERS, i -> api.call("CreateCommand", Body.command("same")));

    assertThat(codes).containsOnlyOnce("");
    assertThat(codes).containsOnly("", "InvalidParameterValue.CommandNameDuplicated");
  }

  @Test
  void oneOfSeveralTakesANameByCreatingOrRenaming() throws Exception {
    List<Body> renames = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      String id = api.createCommand(Body.command("mine-" + i));
      renames.add(Body.of("{}").with("CommandId", id).with("CommandName", "same"));
    }

    List<String> codes =
        codes(
            CALLERS,
            i ->
                i % 4 == 0
                    ? api.call("CreateCommand", Body.command("same"))
                    : api.call("ModifyCommand", renames.get(i)));

    assertThat(codes).containsOnlyOnce("");
    assertThat(codes).containsOnly("", "InvalidParameterValue.CommandNameDuplicated");
  }

  @Test
  void aCommandIsDeletedOnce() throws Exception {
    String id = api.createCommand(Body.command("mine"));
    Body named = Body.of("{}").with("CommandId", id);

    List<String> codes =
        codes(
            CALLERS,
            i ->
                i % 2 == 0
                    ? api.call("DeleteCommand", named)
                    : api.call("ModifyCommand", named.with("Description", "change")));

    assertThat(codes).containsOnly("", "ResourceNotFound.CommandNotFound");
    assertThat(api.ok("DescribeCommands", "{}").texts("CommandSet", "CommandId"))
        .doesNotContain(id);
  }

  @Test
  void aCommandIsInvokedOrDeleted() throws Exception {
    String id = api.createCommand(Body.command("mine"));
    Body run = Body.invoke(id, INSTANCE);

    List<String> codes =
        codes(
            CALLERS,
            i ->
                i == 0
                    ? api.call("DeleteCommand", Body.of("{}").with("CommandId", id))
                    : api.call("InvokeCommand", run));

    assertThat(codes)
        .containsAnyOf("")
        .isSubsetOf(
            "", "ResourceNotFound.CommandNotFound", "ResourceUnavailable.CommandInExecuting");
  }

  @Test
  void registerCodesAreDisabledByAllWhoAsk() throws Exception {
    String id = api.ok("CreateRegisterCode", "{}").text("RegisterCodeId");
    Body named = Body.of("{}").with("RegisterCodeIds", List.of(id));

    assertThat(codes(CALLERS, i -> api.call("DisableRegisterCodes", named))).containsOnly("");
  }

  @Test
  void quotasHoldHoweverManyAsk() throws Exception {
    for (int i = 0; i < 480; i++) {
      api.createCommand(Body.command("filler-" + i));
    }

    List<String> codes = codes(40, i -> api.call("CreateCommand", Body.command("last-" + i)));

    // The command of the published examples is the tenant's own, too.
    assertThat(codes.stream().filter(String::isEmpty)).hasSize(CommandService.QUOTA - 481);
    assertThat(codes).containsOnly("", "ResourceUnavailable.UserHasNoQuotaCode");
  }
}
