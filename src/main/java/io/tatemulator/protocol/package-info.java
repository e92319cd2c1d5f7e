/**
 * TencentCloud API 3.0: how a request is read, checked, handed to its action and answered. Knows no
 * action itself.
 */
@NullMarked
package io.tatemulator.protocol;

import org.jspecify.annotations.NullMarked;
