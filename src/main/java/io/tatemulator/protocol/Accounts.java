package io.tatemulator.protocol;

import io.tatemulator.support.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the account of a caller by the SecretId in the Authorization header. */
@Component
final class Accounts {
  private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");
  private static final long FIRST_DERIVED = 200_000_000_000L;

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
    CRC32C sum = new CRC32C();
    sum.update(secretId.getBytes(StandardCharsets.UTF_8));
    return Long.toString(FIRST_DERIVED + sum.getValue());
  }
}
