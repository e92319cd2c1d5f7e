/**
 * What the emulator's speed is measured with, on demand. The harness is the client; the server is
 * another process.
 */
@NullMarked
package io.tatemulator.benchmark;

import org.jspecify.annotations.NullMarked;
