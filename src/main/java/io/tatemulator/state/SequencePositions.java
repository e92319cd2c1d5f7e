package io.tatemulator.state;

/**
 * The positions of the sequences.
 *
 * @param ids the id of the next row
 * @param requests the number of the next request, which counts only with a seed
 */
record SequencePositions(long ids, long requests) {}
