package io.tatemulator.client;

/**
 * An account in a region, whose state no other tenant sees.
 *
 * @param account the account, such as {@code 100000000001}
 * @param region the region, such as {@code ap-guangzhou}
 */
public record Tenant(String account, String region) {
  /** The tenant of requests that name neither account nor region. */
  public static final Tenant DEFAULT = new Tenant("100000000001", "ap-guangzhou");
}
