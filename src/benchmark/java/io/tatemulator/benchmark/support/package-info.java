/** What the benchmarks share: processes to measure, clients to load them, and the table. */
@NullMarked
package io.tatemulator.benchmark.support;

import org.jspecify.annotations.NullMarked;
