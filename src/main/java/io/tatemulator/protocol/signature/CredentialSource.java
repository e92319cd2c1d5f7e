package io.tatemulator.protocol.signature;

import java.util.List;

/** Knows key pairs beside those of the settings. */
public interface CredentialSource {
  /** The pairs; read once, at the start. */
  List<AccessSettings.Key> credentials();
}
