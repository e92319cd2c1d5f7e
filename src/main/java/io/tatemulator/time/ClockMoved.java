package io.tatemulator.time;

/** An event: the state of the emulator's clock has changed. */
public record ClockMoved() {}
