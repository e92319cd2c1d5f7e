package io.tatemulator.retention;

import io.tatemulator.command.CommandRevision;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OldRevisionRepository extends Repository<CommandRevision, Long> {
  @Query("select r.id from CommandRevision r where r.tenantId = ?1 and r.retiredAt < ?2 limit ?3")
  List<Long> findRetired(long tenantId, Instant before, int limit);

  @Modifying
  @Query("delete from CommandRevision r where array_has(?1, r.id)")
  int remove(Long[] ids);
}
