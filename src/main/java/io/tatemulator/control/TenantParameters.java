package io.tatemulator.control;

import io.tatemulator.support.Tenant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose state a request of the control API is about, as its query says.
 *
 * @param account the account; the default one when null
 * @param region the region; the default one when null
 */
record TenantParameters(@Nullable String account, @Nullable String region) {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]{1,64}");

  Tenant tenant() {
    BadRequestException.unless(
        isName(account) && isName(region),
        "account and region have 1 to 64 letters, digits and hyphens");
    return new Tenant(
        Objects.requireNonNullElse(account, Tenant.DEFAULT.account()),
        Objects.requireNonNullElse(region, Tenant.DEFAULT.region()));
  }

  private static boolean isName(@Nullable String text) {
    return text == null || NAME.matcher(text).matches();
  }
}
