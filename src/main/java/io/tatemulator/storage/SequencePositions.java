package io.tatemulator.storage;

/**
 * Where the sequences stand.
 *
 * @param ids the number of the next row
 * @param requests the number of the next request, which counts with a seed alone
 */
record SequencePositions(long ids, long requests) {}
