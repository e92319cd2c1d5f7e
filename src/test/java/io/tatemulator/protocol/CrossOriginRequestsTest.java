package io.tatemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Api;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.Pages;
import io.tatemulator.testing.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that a page of another site sends through the browser of a user of the emulator. */
class CrossOriginRequestsTest extends AcceptanceTest {
  private static final String REFUSED = "AuthFailure.UnauthorizedOperation";

  private Answer unsigned(String header, String value) {
    return new Api(port, "")
        .without("Authorization")
        .with("X-TC-Region", "ap-beijing")
        .with(header, value)
        .call("CreateCommand", Body.command("of-a-page"));
  }

  private long commands() {
    return Pages.total(
        new Api(port, "").without("Authorization").with("X-TC-Region", "ap-beijing"),
        "DescribeCommands");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.test",
    "Origin, http://127.0.0.1:1",
    "Origin, http://127.0.0.1",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void anUnsignedRequestIsRejected(String header, String value) {
    long before = commands();

    Answer refused = unsigned(header, value);

    assertThat(refused.code()).isEqualTo(REFUSED);
    assertThat(refused.message()).contains("origin");
    assertThat(commands()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.test",
    "Sec-Fetch-Site, cross-site",
  })
  void aSignatureThatIsNotVerifiedIsNone(String header, String value) {
    assertThat(api.with(header, value).call("DescribeRegions", "{}").code()).isEqualTo(REFUSED);
    assertThat(
            query(
                "&SecretId=AKIDX&Signature=x&Nonce=1&Timestamp=1&SignatureMethod=HmacSHA256",
                header,
                value))
        .isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.test",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
  })
  void aPageOfAnotherOriginCanSendNeitherAQueryNorAForm(String header, String value) {
    assertThat(query("", header, value)).isEqualTo(REFUSED);
    assertThat(form(header, value)).isEqualTo(REFUSED);
  }

  private String query(String more, String header, String value) {
    return new Api(port, "")
        .without("Authorization")
        .with(header, value)
        .get("Action=DescribeRegions&Version=2020-10-28" + more)
        .code();
  }

  private String form(String header, String value) {
    return new Api(port, "")
        .without("Authorization")
        .with("Content-Type", "application/x-www-form-urlencoded")
        .with(header, value)
        .send("POST", "Action=DescribeRegions&Version=2020-10-28")
        .code();
  }

  @Test
  void aVerifiedSignatureIsServedWhereverItComesFrom() {
    Signer signer = Signer.wellKnown("127.0.0.1:" + port);

    assertThat(
            api.with("Authorization", signer.authorization("{}"))
                .with("X-TC-Timestamp", signer.timestamp())
                .with("Origin", "http://evil.test")
                .with("Sec-Fetch-Site", "cross-site")
                .call("DescribeRegions", "{}")
                .code())
        .isEmpty();
  }

  @Test
  void pagesOfTheSameOriginAreServed() {
    String origin = "http://127.0.0.1:" + port;

    assertThat(unsigned("Origin", origin).code()).isEmpty();
    assertThat(query("", "Origin", origin)).isEmpty();
    assertThat(form("Origin", origin)).isEmpty();
    assertThat(query("", "Sec-Fetch-Site", "same-origin")).isEmpty();
    assertThat(query("", "Sec-Fetch-Site", "none")).isEmpty();
  }
}
