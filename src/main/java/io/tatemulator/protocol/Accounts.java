package io.tatemulator.protocol;

import io.tatemulator.support.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the account of a caller by the SecretId in the Authorization header. */
@Component
final class Accounts {
  private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");
  private static final long FIRST_DERIVED = 200_000_000_000L;
  private static final long DERIVED = 700_000_000_000L;

  private final AccessSettings settings;

  Accounts(AccessSettings settings) {
    this.settings = settings;
  }

  String of(@Nullable String authorization) {
    if (!settings.accountPerSecretId() || authorization == null) {
      return Tenant.DEFAULT.account();
    }
    Matcher credential = CREDENTIAL.matcher(authorization);
    return credential.find() ? derive(credential.group(1)) : Tenant.DEFAULT.account();
  }

  private static String derive(String secretId) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(secretId.getBytes(StandardCharsets.UTF_8));
      return Long.toString(FIRST_DERIVED + Math.floorMod(ByteBuffer.wrap(sum).getLong(), DERIVED));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
