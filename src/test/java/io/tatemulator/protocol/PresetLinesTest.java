package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.support.WallClock;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.IndependentOfStorage;
import io.tatemulator.testing.Signer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line of a preset may be set alone, against the preset. */
@IndependentOfStorage
class PresetLinesTest {
  private static final int MORE_THAN_A_SECOND_ALLOWS = 21;

  @ParameterizedTest
  @CsvSource({
    "lenient, ''",
    "strict, unsigned unknown instance rate",
    "lenient --tat.allow-unsigned=false, unsigned",
    "lenient --tat.allow-unknown-secret-ids=false, unknown",
    "lenient --tat.auto-create-instances=false, instance",
    "lenient --tat.requests-per-second=20, rate",
    "strict --tat.allow-unsigned=true, unknown instance rate",
    "strict --tat.allow-unknown-secret-ids=true, unsigned instance rate",
    "strict --tat.auto-create-instances=true, unsigned unknown rate",
    "strict --tat.requests-per-second=0, unsigned unknown instance"
  })
  void oneSettingOverridesThePreset(String preset, String refused) {
    String[] settings = ("--tat.storage=memory --tat.fidelity=" + preset).split(" ", -1);
    // One second for all requests, since the rate limit counts those of each.
    Instant now = Instant.now();
    WallClock frozen = () -> now;
    try (InProcess emulator =
        new InProcess(fresh -> InProcess.replace(fresh, WallClock.class, () -> frozen), settings)) {
      assertThat(String.join(" ", refusals(emulator.port()))).isEqualTo(refused);
    }
  }

  private static List<String> refusals(int port) {
    String run = "{\"Content\":\"bHM=\",\"InstanceIds\":[\"ins-aaaaaaaa\"]}";
    Signer known = Signer.wellKnown("127.0.0.1:" + port);
    Signer unknown = new Signer("AKIDOFNOBODY", "any", known.host(), known.at());
    List<String> refusals = new ArrayList<>();
    if (code(signed(port, known, "{}").without("Authorization"), "{}").equals("MissingParameter")) {
      refusals.add("unsigned");
    }
    if (code(signed(port, unknown, "{}"), "{}").equals("AuthFailure.SecretIdNotFound")) {
      refusals.add("unknown");
    }
    if (code(signed(port, known, run).with("X-TC-Action", "RunCommand"), run)
        .equals("ResourceNotFound.InstanceNotFound")) {
      refusals.add("instance");
    }
    Api often = signed(port, known, "{}");
    for (int i = 0; i < MORE_THAN_A_SECOND_ALLOWS && !refusals.contains("rate"); i++) {
      if (code(often, "{}").equals("RequestLimitExceeded")) {
        refusals.add("rate");
      }
    }
    return refusals;
  }

  private static Api signed(int port, Signer by, String body) {
    return new Api(port, by.secretId())
        .with("Authorization", by.authorization(body))
        .with("X-TC-Timestamp", by.timestamp())
        .with("X-TC-Action", "DescribeCommands");
  }

  private static String code(Api api, String body) {
    return api.send("POST", body).code();
  }
}
