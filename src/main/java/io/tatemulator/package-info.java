/** tat-emulator: an emulator of Tencent Cloud's TAT API for development machines and CI. */
@NullMarked
package io.tatemulator;

import org.jspecify.annotations.NullMarked;
