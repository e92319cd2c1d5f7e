package io.tatemulator.protocol.error;

import java.util.List;
import java.util.Set;

/**
 * An error of an API with the cloud's code. An enum implements it: {@link ProtocolError} for the
 * errors of every service, and one for each service.
 *
 * <p>Several constants share a code where the cloud has several messages for one code; the first
 * constant has the general message. The messages are in {@code errors_en.properties} and {@code
 * errors_zh.properties} in the enum's package, under the constant's name; their arguments are,
 * where they apply, the parameter's path first, then its value, then the bounds.
 *
 * <p>Actions have error lists of their own. An error that occurs in an action whose list lacks its
 * code also declares substitute codes.
 */
public interface ErrorCode {
  /** Returns the constant's name, which is the key of its messages. */
  String name();

  /** Returns the code for {@code Response.Error.Code} if the action's error list has it. */
  String code();

  /** Returns the codes for actions whose error list lacks {@link #code()}, the closest first. */
  default List<String> substitutes() {
    return List.of();
  }

  /**
   * Returns the code for {@code Response.Error.Code} of an action: the error's own code, or a
   * substitute if the action's error list has only that.
   *
   * @param listed the codes in the action's error list
   */
  default String codeIn(Set<String> listed) {
    return listed.contains(code())
        ? code()
        : substitutes().stream().filter(listed::contains).findFirst().orElse(code());
  }
}
