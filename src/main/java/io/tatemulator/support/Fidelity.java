package io.tatemulator.support;

/** The presets: how close to the cloud the emulator keeps where being strict costs its users. */
public enum Fidelity {
  /** Requests are served without a set-up: signatures are checked where the SecretId is known. */
  LENIENT,
  /** As the cloud does. */
  STRICT
}
