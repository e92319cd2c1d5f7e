package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tatemulator.persistence.StorageSettings;
import io.tatemulator.protocol.signature.AccessSettings;
import io.tatemulator.testing.IndependentOfStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings from wherever they may come. */
@IndependentOfStorage
class SettingSourcesTest {
  @TempDir private Path directory;

  private final StandardEnvironment environment = new StandardEnvironment();

  private void given(Map<String, Object> variables) {
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, variables));
  }

  private ConfigurableApplicationContext run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--server.port=0");
    EmulatorApplication application = new EmulatorApplication();
    application.setEnvironment(environment);
    return application.run(all.toArray(String[]::new));
  }

  private void refuses(String told, String... arguments) {
    assertThatThrownBy(() -> run(arguments)).hasMessage(told);
  }

  @ParameterizedTest
  @CsvSource({
    "TAT_FIDELTY, TAT_FIDELITY",
    "TAT_ACCOUNT_PER_SECRETID, TAT_ACCOUNT_PER_SECRET_ID",
    "TAT_CREDENTIALS_0_SECRET, TAT_CREDENTIALS_0_SECRET_ID"
  })
  void aVariableThatIsNoSettingStopsTheStart(String variable, String meant) {
    given(Map.of(variable, "strict"));

    refuses(
        "unknown setting %s (environment variable %s); did you mean %s?"
            .formatted(variable, variable, meant));
  }

  @Test
  void variablesThatAreSettingsAreTakenAndThoseOfOthersLeftAlone() {
    given(
        Map.ofEntries(
            Map.entry("TAT_STORAGE", "memory"),
            Map.entry("TAT_ACCOUNT_PER_SECRET_ID", "true"),
            Map.entry("TAT_ACCOUNTPERSECRETID", "true"),
            Map.entry("TAT_CREDENTIALS_0_SECRET_ID", "AKIDX"),
            Map.entry("TAT_CREDENTIALS_0_SECRETKEY", "secret"),
            Map.entry("TAT_TLS_NAMES_0", "localhost"),
            Map.entry("TATTOO", "a rose"),
            Map.entry("TAT_EMULATOR_URL", "http://127.0.0.1:8080"),
            // What Kubernetes sets in every container beside a service called tat, or tat-api.
            Map.entry("TAT_SERVICE_HOST", "10.0.0.1"),
            Map.entry("TAT_SERVICE_PORT", "8080"),
            Map.entry("TAT_SERVICE_PORT_HTTP", "8080"),
            Map.entry("TAT_PORT", "tcp://10.0.0.1:8080"),
            Map.entry("TAT_PORT_8080_TCP_ADDR", "10.0.0.1"),
            Map.entry("TAT_API_PORT", "tcp://10.0.0.2:8080"),
            Map.entry("TAT_API_PORT_8080_TCP", "tcp://10.0.0.2:8080")));

    run().close();
  }

  @Test
  void aSystemPropertyThatIsNoSettingStopsTheStart() {
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
            new MapPropertySource(
                StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                Map.of("tat.jornal.max-size", "1MB")));

    refuses(
        "unknown setting tat.jornal.max-size (system property tat.jornal.max-size);"
            + " did you mean tat.journal.max-size?");
  }

  @ParameterizedTest
  @CsvSource({
    "tat.clock.most-fires, tat.clock.max-fires",
    "tat.clock.most_fires, tat.clock.max-fires",
    "tat.journal.calls, tat.journal.max-requests",
    "tat.journal.size, tat.journal.max-size",
    "tat.schedule.grace, tat.schedule.misfire-threshold",
    "tat.undeclared-instances, tat.auto-create-instances",
    "tat.unknown-secret-ids, tat.allow-unknown-secret-ids",
    "tat.unsigned, tat.allow-unsigned"
  })
  void aRenamedSettingStopsTheStartAndNamesTheNewOne(String old, String present) {
    refuses(
        "unknown setting %s (argument --%s); it was renamed to %s".formatted(old, old, present),
        "--" + old + "=1");
  }

  @Test
  void aRenamedVariableStopsTheStartAndNamesTheNewOne() {
    given(Map.of("TAT_UNKNOWNSECRETIDS", "true"));

    refuses(
        "unknown setting TAT_UNKNOWNSECRETIDS (environment variable TAT_UNKNOWNSECRETIDS);"
            + " it was renamed to TAT_ALLOW_UNKNOWN_SECRET_IDS");
  }

  @Test
  void aLineOfAFileThatIsNoSettingStopsTheStart() throws IOException {
    Path file = Files.writeString(directory.resolve("more.properties"), "\ntat.storge=memory\n");

    refuses(
        "unknown setting tat.storge (file %s line 2); did you mean tat.storage?".formatted(file),
        "--spring.config.additional-location=file:" + file);
  }

  @ParameterizedTest
  @CsvSource({
    "tat.storage=memory, 'the argument tat.storage=memory is not a setting; write --tat.storage=memory'",
    "memory, 'the argument memory is not a setting; expected a setting such as --tat.storage=memory'",
    "--tat.allow-unsigned, 'the argument --tat.allow-unsigned has no value; write --tat.allow-unsigned=…'"
  })
  void anArgumentThatIsNoSettingStopsTheStart(String argument, String told) {
    refuses(told, argument);
  }

  @Test
  void blankValuesAreAsIfTheyWereNotThere() throws IOException {
    Path file = Files.writeString(directory.resolve("more.properties"), "tat.storage=memory\n");
    given(
        Map.ofEntries(
            Map.entry("TAT_STORAGE", ""),
            Map.entry("TAT_SCOPE_SERVICE", ""),
            Map.entry("TAT_JOURNAL_MAX_SIZE", "  "),
            Map.entry("TAT_JOURNAL_MAX_REQUESTS", " "),
            Map.entry("TAT_SCHEDULE_MISFIRE_THRESHOLD", " "),
            Map.entry("TAT_SCHEDULE_MISFIRE", " "),
            Map.entry("TAT_FIDELITY", " "),
            Map.entry("TAT_ALLOW_UNSIGNED", " "),
            Map.entry("TAT_TLS_NAMES", " "),
            Map.entry("TAT_CREDENTIALS_0_SECRET_ID", "AKIDX"),
            Map.entry("TAT_CREDENTIALS_0_SECRET_KEY", "secret"),
            Map.entry("TAT_CREDENTIALS_0_ACCOUNT", ""),
            Map.entry("TAT_ENDPOINT_FILE", ""),
            Map.entry("SERVER_ADDRESS", "")));

    try (ConfigurableApplicationContext started =
        run("--spring.config.additional-location=file:" + file, "--tat.fixtures= ")) {
      assertThat(started.getBean(StorageSettings.class).storage())
          .isEqualTo(StorageSettings.Kind.MEMORY);
      assertThat(started.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void anEmptyScopeServiceIsNone() {
    given(Map.of("TAT_SCOPE_SERVICE", "", "TAT_STORAGE", "memory"));

    try (ConfigurableApplicationContext started = run()) {
      assertThat(started.getBean(AccessSettings.class).scopeService()).isNull();
    }
  }
}
