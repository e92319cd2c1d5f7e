package io.tatemulator.state;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** A snapshot with its compressed file. */
@Entity
@Table(name = "snapshot")
@SuppressWarnings("UnusedVariable") // Queries read the columns.
class SnapshotEntity {
  @Id private String name;
  private Instant savedAt;
  @Lob private byte[] content;
  private long bytes;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected SnapshotEntity() {}

  SnapshotEntity(String name, Instant savedAt, byte[] content) {
    this.name = name;
    this.savedAt = savedAt;
    this.content = content;
    this.bytes = content.length;
  }
}
