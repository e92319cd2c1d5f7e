/**
 * The catalogue of error codes, their texts in English and Chinese, and the one place that turns
 * them into answers.
 */
@NullMarked
package io.tatemulator.protocol.error;

import org.jspecify.annotations.NullMarked;
