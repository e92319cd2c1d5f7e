/** The benchmarks of docs/benchmarks.md, one scenario in a file. */
@NullMarked
package io.tatemulator.benchmark;

import org.jspecify.annotations.NullMarked;
