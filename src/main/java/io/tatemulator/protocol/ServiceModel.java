package io.tatemulator.protocol;

import java.util.Map;
import java.util.Set;

/**
 * The API that this process emulates.
 *
 * @param service the product's short name, such as {@code tat}
 * @param version the API version, such as {@code 2020-10-28}
 * @param errorLists the error codes in the list of each action of this version, by action name
 * @param errorCodes the error codes of its responses, including those of every TencentCloud API
 */
public record ServiceModel(
    String service, String version, Map<String, Set<String>> errorLists, Set<String> errorCodes) {
  /** Returns the names of the actions of this version. */
  public Set<String> actions() {
    return errorLists.keySet();
  }

  /** Returns the error codes in the list of an action; none when the action is unknown. */
  public Set<String> errorList(String action) {
    return errorLists.getOrDefault(action, Set.of());
  }
}
