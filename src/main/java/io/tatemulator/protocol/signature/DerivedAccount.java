package io.tatemulator.protocol.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The account of a SecretId that nobody declared, where each of those is an account of its own. */
public final class DerivedAccount {
  private static final long FIRST = 200_000_000_000L;
  private static final long COUNT = 700_000_000_000L;

  private DerivedAccount() {}

  /** The account number, always the same for the same SecretId. */
  public static String of(String secretId) {
    String sum = Hmac.sha256(secretId.getBytes(StandardCharsets.UTF_8));
    long number = ByteBuffer.wrap(HexFormat.of().parseHex(sum)).getLong();
    return Long.toString(FIRST + Math.floorMod(number, COUNT));
  }
}
