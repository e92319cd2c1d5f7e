/** The database: where it lies, who its tenants are, and how rows are numbered and paged. */
@NullMarked
package io.tatemulator.storage;

import org.jspecify.annotations.NullMarked;
