package io.tatemulator.state;

import io.tatemulator.persistence.BulkWriter;
import io.tatemulator.persistence.ReadTransaction;
import io.tatemulator.persistence.RowDeletion;
import io.tatemulator.persistence.TableExport;
import io.tatemulator.persistence.Tables;
import io.tatemulator.support.OperationProgress.Operation;
import io.tatemulator.support.ProgressReports;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.WallClock;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Saves and loads snapshots of the state. They are stored in the database but are no part of the
 * state: neither a reset nor a load affects them.
 */
@Component
public class Snapshots {
  /**
   * A snapshot.
   *
   * @param name its name
   * @param savedAt when it was saved, by the host's clock
   * @param bytes its stored, compressed size
   */
  public record SavedSnapshot(String name, Instant savedAt, long bytes) {}

  private final SnapshotRepository snapshots;
  private final BulkWriter bulkWriter;
  private final TableExport tables;
  private final RowDeletion deletion;
  private final TransactionOperations transaction;
  private final ReadTransaction reads;
  private final WallClock time;
  private final SnapshotWriter writer;
  private final SnapshotReader reader;
  private final SnapshotIntegrity integrity;
  private final IdSeed seed;
  private final ObjectProvider<StatefulComponent> parts;
  private final SnapshotSettings settings;
  private final ApplicationEventPublisher events;

  Snapshots(
      SnapshotRepository snapshots,
      BulkWriter bulkWriter,
      TableExport tables,
      RowDeletion deletion,
      TransactionOperations transaction,
      ReadTransaction reads,
      WallClock time,
      SnapshotWriter writer,
      SnapshotReader reader,
      SnapshotIntegrity integrity,
      IdSeed seed,
      ObjectProvider<StatefulComponent> parts,
      SnapshotSettings settings,
      ApplicationEventPublisher events) {
    this.snapshots = snapshots;
    this.bulkWriter = bulkWriter;
    this.tables = tables;
    this.deletion = deletion;
    this.transaction = transaction;
    this.reads = reads;
    this.time = time;
    this.writer = writer;
    this.reader = reader;
    this.integrity = integrity;
    this.seed = seed;
    this.parts = parts;
    this.settings = settings;
    this.events = events;
  }

  /** Returns all snapshots, ordered by name. */
  public List<SavedSnapshot> all() {
    return snapshots.findAll();
  }

  /** Returns a snapshot; empty when there is none of this name. */
  public Optional<SavedSnapshot> find(String name) {
    return snapshots.find(name);
  }

  /** Saves the state, replacing the snapshot of that name. Nothing may change during the save. */
  public void save(String name) {
    Instant now = time.now();
    // In a transaction, since PostgreSQL would otherwise send each table as a whole.
    ProgressReports reports = reports(Operation.SAVE);
    try {
      byte[] content =
          reads.run(() -> compressed(out -> writer.write(out, now.toString(), reports)));
      store(name, now, content);
    } finally {
      reports.end(null);
    }
  }

  /**
   * Imports a file as a snapshot, replacing the one of that name.
   *
   * @throws SnapshotFormatException when it is no snapshot
   * @throws SnapshotTooLargeException when it exceeds the maximum size of the settings
   */
  public void importFile(String name, InputStream file) {
    byte[] content = compressed(new LimitedInput(file, settings.maxSize())::transferTo);
    ProgressReports reports = reports(Operation.IMPORT);
    try {
      reader.read(decompressed(content, reports), positions -> (table, columns, rows) -> {});
      store(name, time.now(), content);
    } finally {
      reports.end(null);
    }
  }

  /** Copies a snapshot. */
  public void copy(String name, String other) {
    store(other, time.now(), content(name));
  }

  /** Returns the file of a snapshot. */
  public InputStream exportFile(String name) {
    ProgressReports reports = reports(Operation.EXPORT);
    return new FilterInputStream(decompressed(content(name), reports)) {
      @Override
      public void close() throws IOException {
        super.close();
        reports.end(null);
      }
    };
  }

  /** Deletes a snapshot. */
  public void delete(String name) {
    transaction.executeWithoutResult(status -> snapshots.delete(name));
  }

  /**
   * Restores the state of a snapshot. No request and no due work may run during the load.
   *
   * @throws SnapshotFormatException when it is no snapshot of this version
   * @throws org.springframework.dao.DataAccessException when its rows violate constraints; then
   *     nothing has changed
   */
  public void load(String name) {
    byte[] content = content(name);
    ProgressReports reports = reports(Operation.LOAD);
    try {
      load(content, reports);
    } finally {
      reports.end(null);
    }
  }

  private void load(byte[] content, ProgressReports reports) {
    SequencePositions before = seed.positions();
    try {
      SequencePositions positions = transaction.execute(status -> replaceBy(content, reports));
      seed.restartWith(positions);
    } catch (RuntimeException e) {
      seed.restore(before);
      throw e;
    }
    parts.orderedStream().forEach(StatefulComponent::reload);
  }

  private SequencePositions replaceBy(byte[] content, ProgressReports reports) {
    SequencePositions positions = reader.read(decompressed(content, reports), this::replace);
    integrity.check();
    seed.requireUnusedIds(positions);
    parts.forEach(StatefulComponent::validate);
    return positions;
  }

  private SnapshotReader.Rows replace(SequencePositions positions) {
    seed.noteRestored(positions);
    for (int i = Tables.ALL.size() - 1; i >= 0; i--) {
      if (!Tables.OF_COLLECTIONS.contains(Tables.ALL.get(i))) {
        deletion.deleteAll(Tables.ALL.get(i));
      }
    }
    return tables::insert;
  }

  private void store(String name, Instant savedAt, byte[] content) {
    transaction.executeWithoutResult(
        status -> {
          snapshots.delete(name);
          bulkWriter.insert(List.of(new SnapshotEntity(name, savedAt, content)));
        });
  }

  private byte[] content(String name) {
    return snapshots
        .findContent(name)
        .orElseThrow(() -> new EmptyResultDataAccessException("the snapshot does not exist", 1));
  }

  private interface ContentWriter {
    void writeTo(OutputStream out) throws IOException;
  }

  private static byte[] compressed(ContentWriter writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      writer.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private ProgressReports reports(Operation operation) {
    return new ProgressReports(operation, events::publishEvent);
  }

  private static InputStream decompressed(byte[] content, ProgressReports reports) {
    try {
      return new GZIPInputStream(new ReportedContent(content, reports));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
