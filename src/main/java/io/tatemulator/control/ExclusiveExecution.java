package io.tatemulator.control;

import io.tatemulator.persistence.Nodes;
import io.tatemulator.tenant.RequestGate;
import io.tatemulator.time.DueWorkRunner;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Runs jobs while no due work and no request runs. So no earlier work finishes after the job, and
 * no transaction holds a row lock.
 */
@Component
public final class ExclusiveExecution {
  private final DueWorkRunner dueWork;
  private final RequestGate requests;
  private final Nodes nodes;

  ExclusiveExecution(DueWorkRunner dueWork, RequestGate requests, Nodes nodes) {
    this.dueWork = dueWork;
    this.requests = requests;
    this.nodes = nodes;
  }

  /** Waits until all other work has ended, then runs a job and returns its result. */
  public <T> T run(Supplier<T> job) {
    return dueWork.runExclusively(() -> requests.runExclusively(job));
  }

  /** Does the same while other nodes go on. */
  public <T> T runOnThisNode(Supplier<T> job) {
    return dueWork.runOnThisNode(() -> requests.runExclusively(job));
  }

  /** Waits until all other work has ended, then runs a job. */
  public void run(Runnable job) {
    run(withResult(job));
  }

  /** Does the same with a job that replaces the whole state. */
  public void replaceState(Runnable job) {
    dueWork.replaceStateExclusively(() -> requests.runExclusively(withResult(job)));
  }

  /** Waits until another node that works alone has ended, before what it changes is read. */
  public void awaitOtherNode() {
    nodes.awaitResumed();
  }

  private static Supplier<Boolean> withResult(Runnable job) {
    return () -> {
      job.run();
      return true;
    };
  }
}
