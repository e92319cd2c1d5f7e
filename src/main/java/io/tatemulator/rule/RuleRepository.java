package io.tatemulator.rule;

import jakarta.persistence.QueryHint;
import java.util.List;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
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

  /** Adds to the counters; {@code COMMIT} since a flush of other entities would change nothing. */
  @Modifying
  @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = "COMMIT"))
  @Query(
      "update RuleEntity r set r.matched = r.matched + ?3, r.applied = r.applied + ?4"
          + " where r.key.kind = ?1 and r.key.place = ?2")
  void count(String kind, int place, long matched, long applied);
}
