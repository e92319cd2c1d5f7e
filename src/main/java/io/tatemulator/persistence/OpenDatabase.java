package io.tatemulator.persistence;

/**
 * The database of this process, once it is open and has its tables.
 *
 * @param name where it is, for people
 * @param isNew whether this process has created its tables, so that they have no rows
 */
public record OpenDatabase(String name, boolean isNew) {}
