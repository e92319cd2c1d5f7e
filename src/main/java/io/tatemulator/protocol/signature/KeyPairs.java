package io.tatemulator.protocol.signature;

import io.tatemulator.support.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The declared key pairs and their accounts. */
@Component
final class KeyPairs {
  private static final AccessSettings.Key WELL_KNOWN =
      new AccessSettings.Key("AKIDEMULATOREXAMPLE", "emulator-secret-key", null, null, null);

  private final Map<String, AccessSettings.Key> pairs = new HashMap<>();
  private final boolean accountPerSecretId;

  KeyPairs(AccessSettings settings, CredentialSource source) {
    this.accountPerSecretId = settings.accountPerSecretId();
    pairs.put(WELL_KNOWN.secretId(), WELL_KNOWN);
    settings.credentials().forEach(key -> pairs.put(key.secretId(), key));
    source.credentials().forEach(key -> pairs.put(key.secretId(), key));
  }

  Optional<AccessSettings.Key> find(String secretId) {
    return Optional.ofNullable(pairs.get(secretId));
  }

  /** Returns the account of a SecretId; for an undeclared one, a derived or the default account. */
  String accountOf(String secretId) {
    AccessSettings.Key key = pairs.get(secretId);
    if (key != null) {
      return key.account() == null ? Tenant.DEFAULT.account() : key.account();
    }
    return accountPerSecretId && !secretId.isEmpty()
        ? DerivedAccount.of(secretId)
        : Tenant.DEFAULT.account();
  }
}
