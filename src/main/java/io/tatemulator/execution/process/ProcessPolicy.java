package io.tatemulator.execution.process;

import io.tatemulator.execution.RemoteAccess;
import io.tatemulator.instance.ExecutorPolicy;
import io.tatemulator.instance.Instance;
import io.tatemulator.support.CannotStartException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Permits processes only where a stranger cannot run scripts. */
@Component
final class ProcessPolicy implements ExecutorPolicy {
  private final Optional<String> refusal;

  ProcessPolicy(ProcessSettings settings, RemoteAccess access) {
    this.refusal = access.refusal();
    if (settings.mode() == ProcessSettings.Mode.PROCESS && refusal.isPresent()) {
      throw new CannotStartException("tat.execution.mode=process: " + refusal.get());
    }
  }

  @Override
  public void require(Instance.Key key, Instance.Executor executor) {
    require(executor);
  }

  void require(Instance.Executor executor) {
    if (executor == Instance.Executor.PROCESS && refusal.isPresent()) {
      throw new IllegalArgumentException("invalid value for `executor`: " + refusal.get());
    }
  }
}
