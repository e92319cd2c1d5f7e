package io.tatemulator;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Reports a failed start in one line, where Spring Boot prints a page. */
final class OneLineFailureReporter implements FailureAnalysisReporter {
  @Override
  public void report(FailureAnalysis analysis) {
    if (!TatEmulator.isStarting()) {
      return;
    }
    String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
    String line = (analysis.getDescription() + action).strip().replaceAll("\\s*\\R\\s*", " ");
    System.err.println("tat-emulator cannot start: " + line);
  }
}
