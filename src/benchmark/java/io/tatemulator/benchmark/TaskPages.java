package io.tatemulator.benchmark;

import java.util.List;

/** Whether a page of tasks costs more among a million of them than among a thousand. */
final class TaskPages implements Benchmark {
  /** A page of all tasks, or of those of one invocation, which has one. */
  private record Tasks(String label, boolean ofOneInvocation) implements PageQuestion {
    @Override
    public String item() {
      return "\"InvocationTaskId\"";
    }

    @Override
    public Request request(Archive archive, long offset, int limit, int turn) {
      if (!ofOneInvocation) {
        return Request.tasks("", offset, limit);
      }
      String filter =
          "{\"Name\":\"invocation-id\",\"Values\":[\"%s\"]}".formatted(archive.invocationId(turn));
      return Request.tasks("\"Filters\":[" + filter + "],", 0, limit);
    }

    @Override
    public long total(Archive archive) {
      return ofOneInvocation ? 1 : archive.records();
    }
  }

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    Pages.compare(
        settings, sheet, List.of(new Tasks("all", false), new Tasks("one invocation", true)));
  }
}
