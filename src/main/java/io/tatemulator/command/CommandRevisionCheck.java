package io.tatemulator.command;

import io.tatemulator.persistence.JsonText;
import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Validates that the texts of command revisions are readable, since a snapshot may be a file
 * written by hand.
 */
@Component
final class CommandRevisionCheck implements StatefulComponent {
  private final CommandRevisionRepository revisions;
  private final ReadTransaction reading;

  CommandRevisionCheck(CommandRevisionRepository revisions, ReadTransaction reading) {
    this.revisions = revisions;
    this.reading = reading;
  }

  @Override
  public void validate() {
    reading.run(
        () -> {
          try (Stream<CommandRevisionRepository.Texts> texts = revisions.streamTexts()) {
            texts.forEach(CommandRevisionCheck::check);
          }
          return true;
        });
  }

  private static void check(CommandRevisionRepository.Texts texts) {
    Base64.getDecoder().decode(texts.content());
    checkDescriptions(texts.defaultParameterConfs());
    checkDefaults(texts.defaultParameters());
  }

  private static void checkDescriptions(String confs) {
    for (DefaultParameterConf conf : JsonText.readList(confs, DefaultParameterConf.class)) {
      if (conf == null || conf.parameterName() == null || conf.parameterValue() == null) {
        throw new IllegalArgumentException(
            "invalid default_parameter_confs: expected a name and a value in each");
      }
    }
  }

  private static void checkDefaults(String json) {
    try {
      CustomParameters.parse("default_parameters", json);
    } catch (ApiException e) {
      throw new IllegalArgumentException(
          "invalid default_parameters: expected a JSON object of strings", e);
    }
  }

  @Override
  public void reset(@Nullable Tenant tenant) {
    // It has no state.
  }

  @Override
  public void reload() {
    // It has no state.
  }
}
