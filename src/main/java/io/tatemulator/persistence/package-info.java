/** The database: its schema and connections, bulk writes, queries by page, and the only SQL. */
@NullMarked
package io.tatemulator.persistence;

import org.jspecify.annotations.NullMarked;
