package io.tatemulator.rule;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A rule with its counters. */
@Entity
@Table(name = "rule_book")
class RuleEntity {
  /**
   * The key of a rule.
   *
   * @param kind the kind of the rule
   * @param place its place among the rules of its kind, from 0
   */
  @Embeddable
  record Key(String kind, int place) implements Serializable {}

  @EmbeddedId
  @SuppressWarnings("UnusedVariable")
  private Key key;

  // RuleTable converts it, since its type depends on the kind. Hibernate's JSON type would have H2
  // rewrite the text, 1e3 to 1E3 say.
  @SuppressWarnings("UnusedVariable")
  private String rule;

  @Column(name = "seen")
  private long matched;

  @Column(name = "hits")
  private long applied;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RuleEntity() {}

  RuleEntity(Key key, String rule, long matched, long applied) {
    this.key = key;
    this.rule = rule;
    this.matched = matched;
    this.applied = applied;
  }
}
