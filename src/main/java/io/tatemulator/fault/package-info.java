/** What users want to go wrong. */
@NullMarked
package io.tatemulator.fault;

import org.jspecify.annotations.NullMarked;
