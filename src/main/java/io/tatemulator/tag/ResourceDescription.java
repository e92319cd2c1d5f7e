package io.tatemulator.tag;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.support.Tenant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A six-segment description of a resource, such as {@code
 * qcs::tat:ap-guangzhou:uin/:command/cmd-m7uma92n}.
 *
 * @param text the description
 * @param service the name of the service that has the resource
 * @param region its region
 * @param account the account that owns it; empty for the client's
 * @param prefix its kind, such as {@code command}
 * @param id its public identifier
 */
record ResourceDescription(
    String text, String service, String region, String account, String prefix, String id) {
  private static final String PARAMETER = "Resource";
  private static final Pattern FORM =
      Pattern.compile("qcs:[^:]*:([^:]*):([^:]*):uin/([^:/]*):([^:/]+)/([^:]+)");

  /**
   * Reads a description.
   *
   * @throws ApiException ResourceDescriptionError or RegionInvalid
   */
  static ResourceDescription parse(String text) {
    Matcher segments = FORM.matcher(text);
    if (!segments.matches()) {
      throw new ApiException(TagError.RESOURCE_DESCRIPTION, PARAMETER, text);
    }
    if (!Tenant.isRegion(segments.group(2))) {
      throw new ApiException(TagError.REGION, PARAMETER, text);
    }
    return new ResourceDescription(
        text,
        segments.group(1),
        segments.group(2),
        segments.group(3),
        segments.group(4),
        segments.group(5));
  }

  /** Returns the tenant that has the resource, if it belongs to the account of a client. */
  Tenant tenant(String clientAccount) {
    return new Tenant(account.isEmpty() ? clientAccount : account, region);
  }

  /** Returns an error about this description. */
  ApiException error(TagError error) {
    return new ApiException(error, PARAMETER, text);
  }
}
