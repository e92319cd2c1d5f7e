/** Stores of rules that users write. */
@NullMarked
package io.tatemulator.rule;

import org.jspecify.annotations.NullMarked;
