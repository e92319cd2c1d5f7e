package io.tatemulator.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs JSON posts with signature v3, by the documentation and not by the emulator's own code.
 *
 * @param secretId the public half of the key pair
 * @param secretKey its secret half
 * @param host what is signed for the host
 * @param at the time of the signature
 */
public record Signer(String secretId, String secretKey, String host, Instant at) {
  /** The well-known pair, now. */
  public static Signer wellKnown(String host) {
    return new Signer("AKIDEMULATOREXAMPLE", "emulator-secret-key", host, Instant.now());
  }

  /** The same at another time. */
  public Signer at(Instant other) {
    return new Signer(secretId, secretKey, host, other);
  }

  /** The value of X-TC-Timestamp. */
  public String timestamp() {
    return Long.toString(at.getEpochSecond());
  }

  /** The value of Authorization for a body. */
  public String authorization(String body) {
    return authorization(body, LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
  }

  /** The same with another day in the scope. */
  public String authorization(String body, String day) {
    String canonical =
        "POST\n/\n\ncontent-type:application/json\nhost:"
            + host
            + "\n\ncontent-type;host\n"
            + sum(body);
    String scope = day + "/tat/tc3_request";
    String text = "TC3-HMAC-SHA256\n" + timestamp() + "\n" + scope + "\n" + sum(canonical);
    byte[] key = ("TC3" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (String step : new String[] {day, "tat", "tc3_request"}) {
      key = hmac(key, step);
    }
    return "TC3-HMAC-SHA256 Credential="
        + secretId
        + "/"
        + scope
        + ", SignedHeaders=content-type;host, Signature="
        + HexFormat.of().formatHex(hmac(key, text));
  }

  /**
   * The value of Signature in signature v1, HmacSHA256.
   *
   * @param method GET or POST
   * @param parameters the parameters as they are signed, sorted and not encoded
   */
  public String versionOne(String method, String parameters) {
    byte[] key = secretKey.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(hmac(key, method + host + "/?" + parameters));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sum(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
