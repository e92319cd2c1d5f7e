package io.tatemulator.execution.simulated;

import tools.jackson.databind.json.JsonMapper;

/** Outcomes as the state of their tasks, in JSON, which older versions have stored, too. */
final class OutcomeState {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OutcomeState() {}

  static String write(Outcome outcome) {
    return JSON.writeValueAsString(outcome);
  }

  static Outcome read(String state) {
    return JSON.readValue(state, Outcome.class);
  }
}
