package io.tatemulator.time;

/** An event: the emulator's clock goes otherwise than before. */
public record ClockMoved() {}
