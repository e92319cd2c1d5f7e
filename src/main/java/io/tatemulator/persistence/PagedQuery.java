package io.tatemulator.persistence;

import io.tatemulator.query.Page;
import io.tatemulator.query.Paged;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pages through a tenant's rows, newest first. */
@Component
public class PagedQuery {
  /** A condition on rows, besides belonging to the tenant. */
  public interface Condition<T> {
    /** Returns the predicates, joined by AND. */
    List<Predicate> predicates(Root<T> row, CriteriaBuilder build, CriteriaQuery<?> query);

    /**
     * Returns whether it matches so few rows that they are best found by its own columns. H2 would
     * otherwise scan all rows of the tenant in the order of the page.
     */
    default boolean isSelective() {
      return false;
    }
  }

  private final EntityManager entities;

  PagedQuery(EntityManager entities) {
    this.entities = entities;
  }

  /** Returns a page of the tenant's rows that match a condition, with their total. */
  public <T extends TenantRow> Paged<T> find(
      Class<T> type, long tenantId, Condition<T> condition, Page page) {
    return find(type, tenantId, condition, page, count(type, tenantId, condition));
  }

  /** Returns a page of the rows that match a condition, with the given total. */
  public <T extends TenantRow> Paged<T> find(
      Class<T> type, long tenantId, Condition<T> condition, Page page, long total) {
    boolean empty = page.limit() == 0 || page.offset() >= total;
    return new Paged<>(total, empty ? List.of() : rows(type, tenantId, condition, page));
  }

  private <T extends TenantRow> long count(Class<T> type, long tenantId, Condition<T> condition) {
    CriteriaBuilder build = entities.getCriteriaBuilder();
    CriteriaQuery<Long> query = build.createQuery(Long.class);
    Root<T> row = query.from(type);
    query.select(build.count(row)).where(where(row, build, query, tenantId, condition));
    return entities.createQuery(query).getSingleResult();
  }

  private <T extends TenantRow> List<T> rows(
      Class<T> type, long tenantId, Condition<T> condition, Page page) {
    CriteriaBuilder build = entities.getCriteriaBuilder();
    CriteriaQuery<T> query = build.createQuery(type);
    Root<T> row = query.from(type);
    List<Order> order = new ArrayList<>();
    if (!condition.isSelective()) {
      // H2 sorts by an index only when ORDER BY includes the columns compared for equality.
      order.add(build.desc(row.get("tenantId")));
    }
    order.add(build.desc(row.get("createdAt")));
    order.add(build.desc(row.get("id")));
    query.select(row).where(where(row, build, query, tenantId, condition)).orderBy(order);
    return entities
        .createQuery(query)
        .setFirstResult(Math.toIntExact(page.offset()))
        .setMaxResults(page.limit())
        .getResultList();
  }

  private static <T> Predicate[] where(
      Root<T> row,
      CriteriaBuilder build,
      CriteriaQuery<?> query,
      long tenantId,
      Condition<T> condition) {
    List<Predicate> predicates = new ArrayList<>();
    Expression<Long> tenant = row.get("tenantId");
    // H2 does not use an index for a sum.
    predicates.add(build.equal(condition.isSelective() ? build.sum(tenant, 0L) : tenant, tenantId));
    predicates.addAll(condition.predicates(row, build, query));
    return predicates.toArray(Predicate[]::new);
  }
}
