package io.tatemulator.protocol.signature;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The keys that signature v3 derives from a secret key. Most requests share one for a day, and to
 * derive it takes as long as all else that a signature needs.
 */
final class DerivedKeys {
  private record Derivation(String secretKey, List<String> scope) {}

  /** Callers could otherwise make up any number of scopes. */
  private static final int MOST = 256;

  private final ConcurrentMap<Derivation, byte[]> known = new ConcurrentHashMap<>();

  byte[] of(String secretKey, List<String> scope) {
    if (known.size() > MOST) {
      known.clear();
    }
    return known.computeIfAbsent(new Derivation(secretKey, scope), DerivedKeys::derive);
  }

  private static byte[] derive(Derivation wanted) {
    byte[] key = ("TC3" + wanted.secretKey()).getBytes(StandardCharsets.UTF_8);
    for (String step : wanted.scope()) {
      key = Hmac.of(Hmac.SHA256, key, step);
    }
    return key;
  }
}
