package io.tatemulator.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Puts a storage failure into words. */
final class StorageFailureAnalyzer extends AbstractFailureAnalyzer<StorageUnavailableException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StorageUnavailableException cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
