package io.tatemulator.protocol.signature;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Caches the keys that signature v3 derives from secret keys. Most requests share one for a day,
 * and its derivation takes as long as the rest of a signature.
 */
final class DerivedKeys {
  private record Derivation(String secretKey, List<String> scope) {}

  /** Clients could otherwise send any number of scopes. */
  private static final int MAX_KEYS = 256;

  private final ConcurrentMap<Derivation, byte[]> cache = new ConcurrentHashMap<>();

  byte[] of(String secretKey, List<String> scope) {
    if (cache.size() > MAX_KEYS) {
      cache.clear();
    }
    return cache.computeIfAbsent(new Derivation(secretKey, scope), DerivedKeys::derive);
  }

  private static byte[] derive(Derivation derivation) {
    byte[] key = ("TC3" + derivation.secretKey()).getBytes(StandardCharsets.UTF_8);
    for (String step : derivation.scope()) {
      key = Hmac.of(Hmac.SHA256, key, step);
    }
    return key;
  }
}
