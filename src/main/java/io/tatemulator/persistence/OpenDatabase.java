package io.tatemulator.persistence;

import com.zaxxer.hikari.HikariDataSource;

/**
 * The database of this process.
 *
 * @param pool its connections
 * @param isNew whether this process has created its tables, so that they have no rows
 */
public record OpenDatabase(HikariDataSource pool, boolean isNew) {}
