package io.tatemulator.support;

/**
 * A column of the database whose texts are the names of an enum's constants, and that no entity
 * maps.
 *
 * @param table the table
 * @param column the column
 * @param type the enum
 */
public record EnumColumn(String table, String column, Class<?> type) {}
