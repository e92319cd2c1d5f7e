/** tat-emulator: stands in for Tencent Cloud's TAT API on a developer's machine and in CI. */
@NullMarked
package io.tatemulator;

import org.jspecify.annotations.NullMarked;
