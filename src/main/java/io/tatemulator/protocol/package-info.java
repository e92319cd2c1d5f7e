/**
 * TencentCloud API 3.0: reads requests, validates them, dispatches them to their actions and writes
 * the responses. Does not depend on any action.
 */
@NullMarked
package io.tatemulator.protocol;

import org.jspecify.annotations.NullMarked;
