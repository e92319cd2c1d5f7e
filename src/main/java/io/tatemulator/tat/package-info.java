/** What makes the service TAT one of TencentCloud's: version, errors and identifiers. */
@NullMarked
package io.tatemulator.tat;

import org.jspecify.annotations.NullMarked;
