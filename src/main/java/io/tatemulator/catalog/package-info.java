/** The model of the API: actions, error codes, regions and quotas. */
@NullMarked
package io.tatemulator.catalog;

import org.jspecify.annotations.NullMarked;
