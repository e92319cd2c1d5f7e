package io.tatemulator.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses may use a register code. */
class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "'', 10.0.0.1, true",
    "'', ::1, true",
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
    "10.1.2.3/8, 10.255.0.0, true",
    "10.1.2.3/8, 11.1.2.3, false",
    "192.168.7.0/31, 192.168.7.1, true",
    "192.168.7.0/31, 192.168.7.2, false",
    "200.0.0.0/1, 128.0.0.0, true",
    "200.0.0.0/1, 127.255.255.255, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "127.0.0.1, ::1, false"
  })
  void containsWhatItsPrefixSays(String range, String address, boolean contained) {
    assertThat(AddressRange.contains(range, address)).isEqualTo(contained);
  }
}
