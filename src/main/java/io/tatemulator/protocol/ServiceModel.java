package io.tatemulator.protocol;

import java.util.Map;
import java.util.Set;

/**
 * The API that this process stands in for.
 *
 * @param service the product's short name, such as {@code tat}
 * @param version the API version, such as {@code 2020-10-28}
 * @param errorLists the error codes in the list of each action that this version has, by its name
 * @param errorCodes the error codes that it may answer with, those of every TencentCloud API
 *     included
 */
public record ServiceModel(
    String service, String version, Map<String, Set<String>> errorLists, Set<String> errorCodes) {
  /** The names of the actions that this version has. */
  public Set<String> actions() {
    return errorLists.keySet();
  }

  /** The error codes in the list of an action; none when there is no such action. */
  public Set<String> errorList(String action) {
    return errorLists.getOrDefault(action, Set.of());
  }
}
