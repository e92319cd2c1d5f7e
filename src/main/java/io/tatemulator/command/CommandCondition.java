package io.tatemulator.command;

import io.tatemulator.protocol.query.Filter;
import io.tatemulator.storage.PagedQuery;
import io.tatemulator.storage.Tag;
import io.tatemulator.support.ResourceId;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that a DescribeCommands request asks for. */
record CommandCondition(List<String> commandIds, List<Filter> filters)
    implements PagedQuery.Condition<Command> {
  private static final String TAG = "tag:";

  @Override
  public List<Predicate> predicates(
      Root<Command> command, CriteriaBuilder build, CriteriaQuery<?> query) {
    List<Predicate> all = new ArrayList<>();
    if (!commandIds.isEmpty()) {
      all.add(command.get("number").in(ResourceId.COMMAND.numbers(commandIds)));
    }
    for (Filter filter : filters) {
      all.add(predicate(filter, command, build, query));
    }
    return all;
  }

  private static Predicate predicate(
      Filter filter, Root<Command> command, CriteriaBuilder build, CriteriaQuery<?> query) {
    return switch (filter.name()) {
      case "command-id" -> command.get("number").in(ResourceId.COMMAND.numbers(filter.values()));
      case "command-name" -> command.get("name").in(filter.values());
      case "command-type" ->
          command.get("revision").get("spec").get("type").as(String.class).in(filter.values());
      case "created-by" -> command.get("createdBy").as(String.class).in(filter.values());
      case "tag-key" -> tagged(command, build, query, null, "key", filter.values());
      case "tag-value" -> tagged(command, build, query, null, "value", filter.values());
      // Only public commands belong to scenes.
      case "scene-id" -> build.disjunction();
      default ->
          tagged(
              command,
              build,
              query,
              filter.name().substring(TAG.length()),
              "value",
              filter.values());
    };
  }

  private static Predicate tagged(
      Root<Command> command,
      CriteriaBuilder build,
      CriteriaQuery<?> query,
      @Nullable String key,
      String part,
      List<String> values) {
    Subquery<Integer> tags = query.subquery(Integer.class);
    var tag = tags.correlate(command).<Command, Tag>join("tags");
    Expression<String> compared = tag.get(part);
    Predicate match = compared.in(values);
    if (key != null) {
      match = build.and(match, build.equal(tag.get("key"), key));
    }
    return build.exists(tags.select(build.literal(1)).where(match));
  }
}
