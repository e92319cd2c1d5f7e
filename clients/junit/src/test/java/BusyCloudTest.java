import static io.tatemulator.client.Rules.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tatemulator.client.ControlClient;
import io.tatemulator.client.LoggedRequest;
import io.tatemulator.junit.TatTenant;
import io.tatemulator.junit.TatTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault for this test's tenant alone, so the class shares its emulator with others. */
@TatTest
class BusyCloudTest {
  @Test
  void triesAgain(TatTenant tat, ControlClient control) throws Exception {
    control.addFault(
        fault("CreateInvoker").tenant(tat.tenant()).times(1).error("RequestLimitExceeded"));

    new NightlyJob(tat).schedule();

    assertEquals(
        List.of("OK", "RequestLimitExceeded"),
        tat.requests().stream().map(LoggedRequest::code).toList());
  }
}
