package io.tatemulator.persistence;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Functions for the queries of entities.
 *
 * <p>{@code array_has(?1, value)} is true if an array has a value. Unlike {@code in}, it has one
 * parameter however many values there are, so that a selection is translated once. The value is the
 * last argument for the same reason: Hibernate takes a parameter at the end of a function's
 * arguments for a possible list, and translates such a query each time. It translates updates and
 * deletions each time in any case.
 */
public final class QueryFunctions implements FunctionContributor {
  @Override
  public void contributeFunctions(FunctionContributions functions) {
    functions
        .getFunctionRegistry()
        .registerPattern(
            "array_has",
            "(?2 = any(?1))",
            functions
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .resolve(StandardBasicTypes.BOOLEAN));
  }
}
