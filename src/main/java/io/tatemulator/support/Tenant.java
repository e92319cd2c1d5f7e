package io.tatemulator.support;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The owner of state: no other tenant can see what a tenant creates.
 *
 * @param account the account number (uin) that the caller's SecretId belongs to, for example {@code
 *     100000000001}
 * @param region the region of the request, for example {@code ap-guangzhou}
 */
public record Tenant(String account, String region) {
  /** The tenant of requests that name neither account nor region. */
  public static final Tenant DEFAULT = new Tenant("100000000001", "ap-guangzhou");

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]{1,64}");

  /** The form of the cloud's regions. */
  private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z0-9]{1,24}){1,4}");

  /** Returns whether a text has the form of a region. */
  public static boolean isRegion(String text) {
    return REGION.matcher(text).matches();
  }

  /**
   * Returns the tenant with an account and a region, of which null stands for the default.
   *
   * @throws IllegalArgumentException when one of them is invalid
   */
  public static Tenant ofNullable(@Nullable String account, @Nullable String region) {
    if (!isName(account) || !isName(region)) {
      throw new IllegalArgumentException(
          "account and region must have 1 to 64 letters, digits or hyphens");
    }
    return new Tenant(
        Objects.requireNonNullElse(account, DEFAULT.account),
        Objects.requireNonNullElse(region, DEFAULT.region));
  }

  /** Returns whether it has an account and a region, of which null matches any. */
  public boolean matches(@Nullable String expectedAccount, @Nullable String expectedRegion) {
    return (expectedAccount == null || expectedAccount.equals(account))
        && (expectedRegion == null || expectedRegion.equals(region));
  }

  private static boolean isName(@Nullable String text) {
    return text == null || NAME.matcher(text).matches();
  }
}
