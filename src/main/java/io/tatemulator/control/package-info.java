/** The control API: what its routes share: access, errors, resets. */
@NullMarked
package io.tatemulator.control;

import org.jspecify.annotations.NullMarked;
