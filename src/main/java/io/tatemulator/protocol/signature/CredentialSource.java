package io.tatemulator.protocol.signature;

import java.util.List;

/** Provides key pairs besides those of the settings. */
public interface CredentialSource {
  /** Returns the key pairs; called once, at startup. */
  List<AccessSettings.Key> credentials();
}
