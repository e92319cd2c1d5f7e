/** Paging and filters, which all Describe actions share. */
@NullMarked
package io.tatemulator.protocol.query;

import org.jspecify.annotations.NullMarked;
