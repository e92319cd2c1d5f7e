package io.tatemulator.protocol.signature;

import io.tatemulator.support.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The key pairs that are known, and whose they are. */
@Component
final class KeyPairs {
  private static final AccessSettings.Key WELL_KNOWN =
      new AccessSettings.Key("AKIDEMULATOREXAMPLE", "emulator-secret-key", null, null, null);

  private final Map<String, AccessSettings.Key> pairs = new HashMap<>();
  private final boolean accountPerSecretId;

  KeyPairs(AccessSettings settings, CredentialSource more) {
    this.accountPerSecretId = settings.accountPerSecretId();
    pairs.put(WELL_KNOWN.secretId(), WELL_KNOWN);
    settings.credentials().forEach(key -> pairs.put(key.secretId(), key));
    more.credentials().forEach(key -> pairs.put(key.secretId(), key));
  }

  Optional<AccessSettings.Key> find(String secretId) {
    return Optional.ofNullable(pairs.get(secretId));
  }

  /** Whose a SecretId is; nobody's is the default account's. */
  String accountOf(String secretId) {
    AccessSettings.Key known = pairs.get(secretId);
    if (known != null) {
      return known.account() == null ? Tenant.DEFAULT.account() : known.account();
    }
    return accountPerSecretId && !secretId.isEmpty()
        ? DerivedAccount.of(secretId)
        : Tenant.DEFAULT.account();
  }
}
