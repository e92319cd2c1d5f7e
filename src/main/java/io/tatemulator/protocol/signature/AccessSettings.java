package io.tatemulator.protocol.signature;

import io.tatemulator.support.Fidelity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call, and how callers become accounts.
 *
 * @param fidelity the preset, which decides wherever a line of its own is null
 * @param unsigned whether requests without a signature are served
 * @param unknownSecretIds whether requests of a SecretId that nobody declared are served, their
 *     signature unseen
 * @param scopeService the service that the credential scope must name; any when null, since some
 *     SDKs put the first part of the host there
 * @param accountPerSecretId whether each SecretId that nobody declared is an account of its own, so
 *     that parallel tests never meet; otherwise all are the default account
 * @param credentials key pairs beside the well-known one
 */
@ConfigurationProperties("tat")
public record AccessSettings(
    @DefaultValue("lenient") Fidelity fidelity,
    @Nullable Boolean unsigned,
    @Nullable Boolean unknownSecretIds,
    @Nullable String scopeService,
    @DefaultValue("false") boolean accountPerSecretId,
    @DefaultValue List<Key> credentials) {
  /**
   * A key pair.
   *
   * @param secretId its public half
   * @param secretKey its secret half
   * @param account whose it is; the default account when null
   * @param token the token that a temporary pair comes with; null for a permanent pair
   * @param expires when a temporary pair ends, on the emulator's clock; null for never
   */
  public record Key(
      String secretId,
      String secretKey,
      @Nullable String account,
      @Nullable String token,
      @Nullable Instant expires) {
    private static final int LONGEST_ACCOUNT = 64;

    /** Makes sure that both halves are there. */
    public Key {
      if (secretId == null || secretId.isBlank() || secretKey == null || secretKey.isBlank()) {
        throw new IllegalArgumentException("a key pair has a secret-id and a secret-key");
      }
      if (account != null && (account.isBlank() || account.length() > LONGEST_ACCOUNT)) {
        throw new IllegalArgumentException("an account has 1 to 64 characters");
      }
    }

    /** Never its secrets. */
    @Override
    public String toString() {
      return "Key[" + secretId + "]";
    }
  }

  /** Whether requests without a signature are served. */
  public boolean servesUnsigned() {
    return fidelity.permits(unsigned);
  }

  /** Whether requests of undeclared SecretIds are served. */
  public boolean servesUnknownSecretIds() {
    return fidelity.permits(unknownSecretIds);
  }
}
