package io.tatemulator.state;

import io.tatemulator.state.Snapshots.SavedSnapshot;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SnapshotRepository extends Repository<SnapshotEntity, String> {
  @Query("select s.name, s.savedAt, s.bytes from SnapshotEntity s order by s.name")
  List<SavedSnapshot> findAll();

  @Query("select s.name, s.savedAt, s.bytes from SnapshotEntity s where s.name = ?1")
  Optional<SavedSnapshot> find(String name);

  @Query("select s.content from SnapshotEntity s where s.name = ?1")
  Optional<byte[]> findContent(String name);

  @Modifying
  @Query("delete from SnapshotEntity s where s.name = ?1")
  void delete(String name);
}
