package io.tatemulator.support;

/**
 * A database column that no entity maps and whose values are the names of an enum's constants.
 *
 * @param table the table
 * @param column the column
 * @param type the enum
 */
public record EnumColumn(String table, String column, Class<?> type) {}
