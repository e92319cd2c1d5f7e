package io.tatemulator.protocol.signature;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Caches the keys that signature v3 derives from secret keys. Most requests share one for a day,
 * and its derivation takes as long as the rest of a signature.
 */
final class DerivedKeys {
  private record Derivation(String secretKey, List<String> scope) {}

  /** Clients could otherwise send any number of scopes. */
  private static final int MAX_KEYS = 256;

  private final LoadingCache<Derivation, byte[]> cache =
      Caffeine.newBuilder()
          .maximumSize(MAX_KEYS)
          .executor(Runnable::run)
          .build(DerivedKeys::derive);

  byte[] of(String secretKey, List<String> scope) {
    return cache.get(new Derivation(secretKey, scope));
  }

  private static byte[] derive(Derivation derivation) {
    byte[] key = ("TC3" + derivation.secretKey()).getBytes(StandardCharsets.UTF_8);
    for (String step : derivation.scope()) {
      key = Hmac.of(Hmac.SHA256, key, step);
    }
    return key;
  }
}
