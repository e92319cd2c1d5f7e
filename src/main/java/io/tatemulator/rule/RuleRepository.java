package io.tatemulator.rule;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RuleRepository extends Repository<RuleEntity, RuleEntity.Key> {
  /** Returns the rules of a kind in order. */
  @Query(
      "select r.rule, r.matched, r.applied from RuleEntity r where r.key.kind = ?1"
          + " order by r.key.place")
  List<RuleRow> findAll(String kind);

  @Modifying
  @Query("delete from RuleEntity r where r.key.kind = ?1")
  void deleteAll(String kind);
}
