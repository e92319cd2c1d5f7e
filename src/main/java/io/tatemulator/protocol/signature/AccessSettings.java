package io.tatemulator.protocol.signature;

import io.tatemulator.support.Fidelity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of authentication and of the accounts of clients.
 *
 * @param fidelity the preset for the settings that are null
 * @param allowUnsigned whether requests without a signature are accepted
 * @param allowUnknownSecretIds whether requests of an undeclared SecretId are accepted, without
 *     verification of their signature
 * @param scopeService the service that the credential scope must name; any when null, since some
 *     SDKs put the first part of the host there
 * @param accountPerSecretId whether each undeclared SecretId has an account of its own, so that
 *     parallel tests are isolated; otherwise all use the default account
 * @param credentials key pairs besides the well-known one
 */
@ConfigurationProperties("tat")
public record AccessSettings(
    @DefaultValue("lenient") Fidelity fidelity,
    @Nullable Boolean allowUnsigned,
    @Nullable Boolean allowUnknownSecretIds,
    @Nullable String scopeService,
    @DefaultValue("false") boolean accountPerSecretId,
    @DefaultValue List<Key> credentials) {
  /**
   * A key pair.
   *
   * @param secretId its public half
   * @param secretKey its secret half
   * @param account its account; the default account when null
   * @param token the token of a temporary pair; null for a permanent pair
   * @param expires when a temporary pair expires, on the emulator's clock; null for never
   */
  public record Key(
      String secretId,
      String secretKey,
      @Nullable String account,
      @Nullable String token,
      @Nullable Instant expires) {
    private static final int MAX_ACCOUNT_LENGTH = 64;

    /** Validates that both halves are present. */
    public Key {
      if (secretId == null || secretId.isBlank() || secretKey == null || secretKey.isBlank()) {
        throw new IllegalArgumentException("a key pair requires secret-id and secret-key");
      }
      if (account != null && (account.isBlank() || account.length() > MAX_ACCOUNT_LENGTH)) {
        throw new IllegalArgumentException(
            "invalid account: expected 1 to 64 characters, got " + account.length());
      }
    }

    /** Returns the SecretId without the secrets. */
    @Override
    public String toString() {
      return "Key[" + secretId + "]";
    }
  }

  /** Returns whether requests without a signature are accepted. */
  public boolean allowsUnsigned() {
    return fidelity.permits(allowUnsigned);
  }

  /** Returns whether requests of undeclared SecretIds are accepted. */
  public boolean allowsUnknownSecretIds() {
    return fidelity.permits(allowUnknownSecretIds);
  }
}
