package io.tatemulator.persistence;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Functions for the queries of entities.
 *
 * <p>{@code one_of(value, ?1)} is true if an array has a value. Unlike {@code in}, it has one
 * parameter however many values there are, so that the query is translated once.
 */
public final class QueryFunctions implements FunctionContributor {
  @Override
  public void contributeFunctions(FunctionContributions functions) {
    functions
        .getFunctionRegistry()
        .registerPattern(
            "one_of",
            "(?1 = any(?2))",
            functions
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .resolve(StandardBasicTypes.BOOLEAN));
  }
}
