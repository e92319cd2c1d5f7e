package io.tatemulator.command;

import io.tatemulator.persistence.PagedQuery;
import io.tatemulator.query.Filter;
import io.tatemulator.tag.TagPredicates;
import io.tatemulator.tat.ResourceId;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;

/** The query condition of a DescribeCommands request. */
record CommandCondition(List<String> commandIds, List<Filter> filters)
    implements PagedQuery.Condition<Command> {
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
      case "scene-id" -> command.get("number").in(PublicCommand.numbersOfScenes(filter.values()));
      default -> TagPredicates.of(filter, command, build, query);
    };
  }
}
