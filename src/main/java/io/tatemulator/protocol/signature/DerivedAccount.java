package io.tatemulator.protocol.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Derives the account of an undeclared SecretId where each of them has its own account. */
final class DerivedAccount {
  private static final long FIRST_ACCOUNT = 200_000_000_000L;
  private static final long ACCOUNT_COUNT = 700_000_000_000L;

  private DerivedAccount() {}

  /** Returns the account number, which is always the same for the same SecretId. */
  static String of(String secretId) {
    String hash = Hmac.sha256(secretId.getBytes(StandardCharsets.UTF_8));
    long number = ByteBuffer.wrap(HexFormat.of().parseHex(hash)).getLong();
    return Long.toString(FIRST_ACCOUNT + Math.floorMod(number, ACCOUNT_COUNT));
  }
}
