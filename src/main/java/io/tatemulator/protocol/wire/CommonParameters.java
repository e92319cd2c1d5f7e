package io.tatemulator.protocol.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The parameters that every request has, whichever way they came: as headers with signature v3,
 * among the action's parameters with signature v1. An absent one is empty.
 *
 * @param inHeaders whether they came as headers
 * @param values the parameters by the name that they have in signature v1
 */
public record CommonParameters(boolean inHeaders, Map<String, String> values) {
  private static final Set<String> NAMES =
      Set.of(
          "Action",
          "Version",
          "Region",
          "Timestamp",
          "Nonce",
          "SecretId",
          "Signature",
          "SignatureMethod",
          "Token",
          "Language",
          "RequestClient");

  /** Those that came as headers. */
  static CommonParameters ofHeaders(ApiRequest request) {
    return new CommonParameters(
        true,
        Map.of(
            "Action", request.headerOrEmpty("X-TC-Action"),
            "Version", request.headerOrEmpty("X-TC-Version"),
            "Region", request.headerOrEmpty("X-TC-Region"),
            "Timestamp", request.headerOrEmpty("X-TC-Timestamp"),
            "Token", request.headerOrEmpty("X-TC-Token"),
            "Language", request.headerOrEmpty("X-TC-Language")));
  }

  /** Those among the parameters of a query or a form, which no longer hold them afterwards. */
  static CommonParameters takenFrom(Map<String, String> parameters) {
    Map<String, String> taken = new HashMap<>();
    for (String name : NAMES) {
      String value = parameters.remove(name);
      if (value != null) {
        taken.put(name, value);
      }
    }
    return new CommonParameters(false, taken);
  }

  /** One of them; empty when it is absent. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** How the request spells the name of one of them. */
  public String spelling(String name) {
    return inHeaders ? "X-TC-" + name : name;
  }
}
