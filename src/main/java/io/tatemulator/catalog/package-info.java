/** What the API itself consists of. */
@NullMarked
package io.tatemulator.catalog;

import org.jspecify.annotations.NullMarked;
