package io.tatemulator.command;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The cloud's rules for the parts of a command, which no declaration on a request record can state.
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
   * Holds a command against all rules.
   *
   * @param badUsername the error of a bad user name, for which actions have different codes
   * @throws ApiException the error of the first rule that it breaks, in the order of the cloud's
   *     parameters
   */
  static void check(CommandSpec spec, ErrorCode badUsername) {
    if (!spec.name().isEmpty()) {
      checkName(spec.name());
    }
    checkContent(spec.content());
    checkWorkingDirectory(spec.workingDirectory(), spec.type());
    checkUsername(spec.username(), badUsername);
    checkOutputBucket(spec.outputCosBucketUrl());
    checkOutputPrefix(spec.outputCosKeyPrefix());
  }

  /** At most 60 bytes of Chinese, letters, digits, underscores, hyphens and dots. */
  static void checkName(String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_NAME_BYTES) {
      throw new ApiException(ErrorCode.TOO_LONG, "CommandName", bytes, 0, MAX_NAME_BYTES);
    }
    if (!NAME.matcher(name).matches()) {
      throw new ApiException(ErrorCode.INVALID_COMMAND_NAME, "CommandName", name);
    }
  }

  /** A script in standard Base64 with padding, not empty. */
  static void checkContent(String content) {
    try {
      if (content.isEmpty()
          || content.length() % 4 != 0
          || Base64.getDecoder().decode(content).length == 0) {
        throw new ApiException(ErrorCode.COMMAND_CONTENT_INVALID, "Content");
      }
    } catch (IllegalArgumentException e) {
      throw new ApiException(ErrorCode.COMMAND_CONTENT_INVALID, "Content");
    }
  }

  /** An absolute path of the system that the command is for. */
  static void checkWorkingDirectory(String path, CommandType type) {
    Pattern absolute = type == CommandType.SHELL ? UNIX_PATH : WINDOWS_PATH;
    if (!absolute.matcher(path).matches()) {
      throw new ApiException(ErrorCode.INVALID_WORKING_DIRECTORY, "WorkingDirectory", path);
    }
  }

  /** A user name that a system could have. */
  static void checkUsername(String username, ErrorCode bad) {
    if (!USERNAME.matcher(username).matches()) {
      throw new ApiException(bad, "Username", username);
    }
  }

  /** An https address; empty for none. */
  static void checkOutputBucket(String url) {
    if (!url.isEmpty() && !url.startsWith("https")) {
      throw new ApiException(ErrorCode.INVALID_OUTPUT_COS_BUCKET_URL, "OutputCOSBucketUrl", url);
    }
  }

  /** A relative folder that climbs nowhere; empty for none. */
  static void checkOutputPrefix(String prefix) {
    boolean climbs = Arrays.asList(prefix.split("/", -1)).contains("..");
    if (prefix.length() > MAX_KEY_PREFIX
        || prefix.startsWith("/")
        || prefix.contains("//")
        || climbs) {
      throw new ApiException(ErrorCode.INVALID_OUTPUT_COS_KEY_PREFIX, "OutputCOSKeyPrefix", prefix);
    }
  }
}
