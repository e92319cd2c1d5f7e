package io.tatemulator.client;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A test of the client with an emulator in this process, which all such tests share. */
abstract class ClientTest {
  static final Instant START = Instant.parse("2021-08-31T15:59:00Z");

  private static final RunningEmulator EMULATOR = TatEmulator.start();

  final ControlClient control = EMULATOR.control();
  final TenantClient tenant = control.tenant(Tenant.DEFAULT);
  final Api api = new Api(EMULATOR.port(), "AKIDOFNOBODY");

  @BeforeEach
  void begin() {
    control.resetAll();
    control.freeze(START);
  }

  /** Runs a command and returns the invocation, for whose result this waits. */
  final Invocation run(Body body) {
    return finished(api.ok("RunCommand", body).text("InvocationId"));
  }

  /** Runs a stored command and returns the invocation, for whose result this waits. */
  final Invocation invoke(Body body) {
    return finished(api.ok("InvokeCommand", body).text("InvocationId"));
  }

  private Invocation finished(String invocationId) {
    control.advance(Duration.ZERO);
    return tenant.invocation(invocationId);
  }

  /** Runs a command on an instance and returns its task. */
  final InvocationTask task() {
    return run(Body.run("ins-aaaaaaaa")).tasks().get(0);
  }

  /** Runs a command on two instances and returns the statuses of its tasks, in this order. */
  final List<InvocationTask.Status> statuses(String... instances) {
    return run(Body.run(instances)).tasks().stream().map(InvocationTask::status).toList();
  }
}
