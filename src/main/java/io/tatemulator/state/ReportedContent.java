package io.tatemulator.state;

import io.tatemulator.support.ProgressReports;
import java.io.ByteArrayInputStream;

/** The stored content of a snapshot, which reports how much of it has been read. */
final class ReportedContent extends ByteArrayInputStream {
  private final ProgressReports reports;

  ReportedContent(byte[] content, ProgressReports reports) {
    super(content);
    this.reports = reports;
  }

  @Override
  public synchronized int read(byte[] target, int offset, int length) {
    reports.report((double) pos / Math.max(1, count), null);
    return super.read(target, offset, length);
  }
}
