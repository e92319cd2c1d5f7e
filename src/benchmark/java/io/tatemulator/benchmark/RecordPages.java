package io.tatemulator.benchmark;

import java.util.List;

/** Whether a page of records costs more among a million of them than among a thousand. */
final class RecordPages implements Benchmark {
  /** A page of the records of some invokers; of none it asks for those of all. */
  private record OfInvokers(String label, int ids) implements PageQuestion {
    @Override
    public String item() {
      return "\"InvokeTime\"";
    }

    @Override
    public Request request(Archive archive, long offset, int limit, int turn) {
      List<String> invokerIds = archive.invokerIds(turn % Archive.INVOKERS, ids);
      return Request.records(invokerIds, offset, limit);
    }

    @Override
    public long total(Archive archive) {
      return ids == 0 ? archive.records() : (long) archive.records() / Archive.INVOKERS * ids;
    }
  }

  @Override
  public String name() {
    return "records";
  }

  @Override
  public void run(Settings settings, Sheet sheet) throws Exception {
    Pages.compare(
        settings,
        sheet,
        List.of(
            new OfInvokers("one id", 1),
            new OfInvokers("three ids", 3),
            new OfInvokers("no ids", 0)));
  }
}
