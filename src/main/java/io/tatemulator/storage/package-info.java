/** The database: its file, tenants and snapshots, and the ids and paging of rows. */
@NullMarked
package io.tatemulator.storage;

import org.jspecify.annotations.NullMarked;
