/**
 * The catalogue of error codes, their messages in English and Chinese, and their translation into
 * responses.
 */
@NullMarked
package io.tatemulator.protocol.error;

import org.jspecify.annotations.NullMarked;
