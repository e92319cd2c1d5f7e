/** Paging and filters, which all Describe actions share. */
@NullMarked
package io.tatemulator.query;

import org.jspecify.annotations.NullMarked;
