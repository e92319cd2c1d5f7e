/** The tenants with their totals, and the gate that requests pass. */
@NullMarked
package io.tatemulator.tenant;

import org.jspecify.annotations.NullMarked;
