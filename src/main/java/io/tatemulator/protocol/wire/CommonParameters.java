package io.tatemulator.protocol.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The parameters that every request has: headers with signature v3, and part of the action's
 * parameters with signature v1. A missing one is empty.
 *
 * @param inHeaders whether they are headers
 * @param values the parameters by their names in signature v1
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

  /** Reads the common parameters from the headers. */
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

  /** Removes the common parameters from those of a query or a form and returns them. */
  static CommonParameters extractFrom(Map<String, String> parameters) {
    Map<String, String> common = new HashMap<>();
    for (String name : NAMES) {
      String value = parameters.remove(name);
      if (value != null) {
        common.put(name, value);
      }
    }
    return new CommonParameters(false, common);
  }

  /** Returns a parameter; empty when it is missing. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** Returns the name of a parameter as the request spells it. */
  public String spelling(String name) {
    return inHeaders ? "X-TC-" + name : name;
  }
}
