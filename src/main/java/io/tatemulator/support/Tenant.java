package io.tatemulator.support;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The owner of state: what one tenant creates, no other tenant can see.
 *
 * @param account the account number (uin) that the caller's SecretId belongs to, for example {@code
 *     100000000001}
 * @param region the region of the request, for example {@code ap-guangzhou}
 */
public record Tenant(String account, String region) {
  /** Whose state it is when a request names neither. */
  public static final Tenant DEFAULT = new Tenant("100000000001", "ap-guangzhou");

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]{1,64}");

  /**
   * The tenant that somebody names who may leave out what the default one has.
   *
   * @throws IllegalArgumentException when it is no name
   */
  public static Tenant named(@Nullable String account, @Nullable String region) {
    if (!isName(account) || !isName(region)) {
      throw new IllegalArgumentException(
          "account and region have 1 to 64 letters, digits and hyphens");
    }
    return new Tenant(
        Objects.requireNonNullElse(account, DEFAULT.account),
        Objects.requireNonNullElse(region, DEFAULT.region));
  }

  /** Whether it has an account and a region, of which null is any. */
  public boolean has(@Nullable String anAccount, @Nullable String aRegion) {
    return (anAccount == null || anAccount.equals(account))
        && (aRegion == null || aRegion.equals(region));
  }

  private static boolean isName(@Nullable String text) {
    return text == null || NAME.matcher(text).matches();
  }
}
