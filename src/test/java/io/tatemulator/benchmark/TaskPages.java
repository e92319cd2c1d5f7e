package io.tatemulator.benchmark;

import java.util.List;

/** Whether a page of tasks costs more among a million of them than among a thousand. */
final class TaskPages implements Benchmark {
  /** All tasks. */
  private record All() implements PageQuestion {
    @Override
    public String label() {
      return "all";
    }

    @Override
    public String item() {
      return "\"InvocationTaskId\"";
    }

    @Override
    public Request request(Archive archive, long offset, int limit, int turn) {
      return Request.tasks("", offset, limit);
    }

    @Override
    public long total(Archive archive) {
      return archive.records();
    }
  }

  /** The one task of an invocation. */
  private record OfInvocation() implements PageQuestion {
    @Override
    public String label() {
      return "one invocation";
    }

    @Override
    public String item() {
      return "\"InvocationTaskId\"";
    }

    @Override
    public Request request(Archive archive, long offset, int limit, int turn) {
      String filter =
          "{\"Name\":\"invocation-id\",\"Values\":[\"%s\"]}".formatted(archive.invocationId(turn));
      return Request.tasks("\"Filters\":[" + filter + "],", 0, limit);
    }

    @Override
    public long total(Archive archive) {
      return 1;
    }
  }

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    Pages.compare(settings, sheet, List.of(new All(), new OfInvocation()));
  }
}
