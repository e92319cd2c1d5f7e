package io.tatemulator.registration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** The IPv4 addresses that may use a register code. */
final class AddressRange {
  private AddressRange() {}

  /**
   * Returns whether an address lies in a range.
   *
   * @param range an IPv4 address or CIDR, whose host bits may be set; empty for all
   * @param address an IPv4 or IPv6 address; no IPv6 address lies in a range
   */
  static boolean contains(String range, String address) {
    if (range.isEmpty()) {
      return true;
    }
    String[] parts = range.split("/", 2);
    int prefix = parts.length == 1 ? Integer.SIZE : Integer.parseInt(parts[1]);
    byte[] bytes = bytes(address);
    long different = number(bytes(parts[0])) ^ number(bytes);
    return bytes.length == Integer.BYTES && different >> (Integer.SIZE - prefix) == 0;
  }

  private static long number(byte[] address) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(address).getInt());
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + address, e);
    }
  }
}
