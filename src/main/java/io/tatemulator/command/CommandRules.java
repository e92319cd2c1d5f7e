package io.tatemulator.command;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.tat.TatError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The cloud's rules for the fields of a command, which annotations on a request record cannot
 * express.
 */
final class CommandRules {
  private static final int MAX_NAME_BYTES = 60;
  private static final int MAX_KEY_PREFIX = 60;
  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}a-zA-Z0-9_.-]+");
  private static final Pattern UNIX_PATH = Pattern.compile("/[^\\p{Cntrl}]*");
  private static final Pattern WINDOWS_PATH = Pattern.compile("[A-Za-z]:\\\\[^\\p{Cntrl}]*");
  private static final Pattern USERNAME = Pattern.compile("[^\\p{Cntrl}:/]{1,256}");

  private CommandRules() {}

  /**
   * Validates a command against all rules.
   *
   * @param usernameError the error for an invalid user name, whose code depends on the action
   * @throws ApiException the error of the first violated rule, in the order of the cloud's
   *     parameters
   */
  static void check(CommandSpec spec, ErrorCode usernameError) {
    if (!spec.name().isEmpty()) {
      checkName(spec.name());
    }
    checkContent(spec.content());
    checkWorkingDirectory(spec.workingDirectory(), spec.type());
    checkUsername(spec.username(), usernameError);
    checkOutputBucket(spec.outputCosBucketUrl());
    checkOutputPrefix(spec.outputCosKeyPrefix());
  }

  /** Requires at most 60 bytes of Chinese, letters, digits, underscores, hyphens and dots. */
  static void checkName(String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_NAME_BYTES) {
      throw new ApiException(ProtocolError.TOO_LONG, "CommandName", bytes, 0, MAX_NAME_BYTES);
    }
    if (!NAME.matcher(name).matches()) {
      throw new ApiException(TatError.INVALID_COMMAND_NAME, "CommandName", name);
    }
  }

  /** Requires a non-empty script in standard Base64 with padding. */
  static void checkContent(String content) {
    try {
      if (content.isEmpty()
          || content.length() % 4 != 0
          || Base64.getDecoder().decode(content).length == 0) {
        throw new ApiException(TatError.COMMAND_CONTENT_INVALID, "Content");
      }
    } catch (IllegalArgumentException e) {
      throw new ApiException(TatError.COMMAND_CONTENT_INVALID, "Content");
    }
  }

  /** Requires an absolute path of the system that the command is for. */
  static void checkWorkingDirectory(String path, CommandType type) {
    Pattern pattern = type == CommandType.SHELL ? UNIX_PATH : WINDOWS_PATH;
    if (!pattern.matcher(path).matches()) {
      throw new ApiException(TatError.INVALID_WORKING_DIRECTORY, "WorkingDirectory", path);
    }
  }

  /** Requires a user name that is valid on some system. */
  static void checkUsername(String username, ErrorCode error) {
    if (!USERNAME.matcher(username).matches()) {
      throw new ApiException(error, "Username", username);
    }
  }

  /** Requires an https address; empty for none. */
  static void checkOutputBucket(String url) {
    if (!url.isEmpty() && !url.startsWith("https")) {
      throw new ApiException(TatError.INVALID_OUTPUT_COS_BUCKET_URL, "OutputCOSBucketUrl", url);
    }
  }

  /** Requires a relative folder without parent segments; empty for none. */
  static void checkOutputPrefix(String prefix) {
    boolean hasParentSegment = Arrays.asList(prefix.split("/", -1)).contains("..");
    if (prefix.length() > MAX_KEY_PREFIX
        || prefix.startsWith("/")
        || prefix.contains("//")
        || hasParentSegment) {
      throw new ApiException(TatError.INVALID_OUTPUT_COS_KEY_PREFIX, "OutputCOSKeyPrefix", prefix);
    }
  }
}
