package io.tatemulator.persistence;

/**
 * The database of this process, once it is open and has its tables.
 *
 * @param isNew whether this process has created its tables, so that they have no rows
 */
public record OpenDatabase(boolean isNew) {}
