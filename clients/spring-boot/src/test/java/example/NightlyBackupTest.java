package example;

import static io.tatemulator.client.Invocation.Status.FAILED;
import static io.tatemulator.client.Invocation.Status.SUCCESS;
import static io.tatemulator.client.Rules.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.client.ControlClient;
import io.tatemulator.client.InvokerRecord;
import io.tatemulator.junit.TatTenant;
import io.tatemulator.junit.TatTest;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

/** Three nights in a second, of which the second one fails. */
@SpringBootTest
@ActiveProfiles("test")
@TatTest(own = true)
class NightlyBackupTest {
  @Autowired NightlyBackup backup;
  @Autowired ControlClient control;
  @Autowired TatTenant tat;

  @Test
  void oneNightFails() throws Exception {
    control.freeze(Instant.parse("2021-08-31T15:59:00Z"));
    control.addOutcome(outcome().nth(2).exitCode(3).output("disk full"));
    backup.schedule("cmd-m7uma92n", "ins-yx05ky8j");

    assertThat(control.advance(Duration.ofDays(3)).fired()).isEqualTo(3);

    assertThat(tat.records())
        .extracting(InvokerRecord::result)
        .containsExactly(SUCCESS, FAILED, SUCCESS);
    assertThat(tat.invocations().get(1).tasks().get(0).output()).isEqualTo("disk full");
  }

  @Test
  void theContextHasNoDatabase(@Autowired ApplicationContext context) {
    assertThat(context.getBeansOfType(DataSource.class)).isEmpty();
  }
}
