package io.tatemulator.support;

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
}
