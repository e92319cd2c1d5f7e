package io.tatemulator.command;

import io.tatemulator.protocol.Raises;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Custom parameters: the JSON object of texts that fills the placeholders of a command. */
@Raises({
  ErrorCode.PARAMETER_INVALID_JSON_FORMAT,
  ErrorCode.PARAMETER_KEY_DUPLICATED,
  ErrorCode.PARAMETER_NUMBER_EXCEEDED,
  ErrorCode.PARAMETER_KEY_LEN_EXCEEDED,
  ErrorCode.PARAMETER_KEY_CONTAINS_INVALID_CHAR,
  ErrorCode.PARAMETER_VALUE_NOT_STRING
})
public final class CustomParameters {
  private static final int MAX_PARAMETERS = 20;
  private static final int MAX_KEY = 64;
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** One member of the object as it was written. */
  private record Member(String key, String value, boolean text) {}

  private CustomParameters() {}

  /**
   * Reads custom parameters.
   *
   * @param parameter the request parameter that holds them, for errors
   * @param json a JSON object whose values are texts; empty for none
   * @throws ApiException in this order: ParameterInvalidJsonFormat, ParameterKeyDuplicated,
   *     ParameterNumberExceeded, ParameterKeyLenExceeded, ParameterKeyContainsInvalidChar,
   *     ParameterValueNotString
   */
  public static Map<String, String> parse(String parameter, String json) {
    if (json.isEmpty()) {
      return Map.of();
    }
    List<Member> members = members(parameter, json);
    Map<String, String> values = new LinkedHashMap<>();
    for (Member member : members) {
      if (values.put(member.key(), member.value()) != null) {
        throw new ApiException(ErrorCode.PARAMETER_KEY_DUPLICATED, parameter, member.key());
      }
    }
    checkKeys(parameter, values);
    for (Member member : members) {
      if (!member.text()) {
        throw new ApiException(ErrorCode.PARAMETER_VALUE_NOT_STRING, parameter, member.key());
      }
    }
    return values;
  }

  /**
   * Makes sure that parameters are only given to a command that takes them.
   *
   * @param values the parameters
   * @throws ApiException ParameterDisabled
   */
  static void requireEnabled(
      Map<String, String> values, boolean enableParameter, String commandId) {
    if (!values.isEmpty() && !enableParameter) {
      throw new ApiException(ErrorCode.PARAMETER_DISABLED, "Parameters", commandId);
    }
  }

  /**
   * What fills the placeholders of a command: the parameters that are given, over its defaults.
   *
   * @return all values; empty when the command takes no parameters
   * @throws ApiException ParameterDisabled; LackOfParameterInfo when a command that takes
   *     parameters gets none
   */
  public static Map<String, String> over(
      CommandSpec spec, Map<String, String> given, String commandId) {
    requireEnabled(given, spec.enableParameter(), commandId);
    Map<String, String> all = merged(spec, given);
    if (spec.enableParameter() && all.isEmpty()) {
      throw new ApiException(ErrorCode.LACK_OF_PARAMETER_INFO, "Parameters");
    }
    requireFillable("Parameters", spec.content(), all);
    return all;
  }

  /**
   * Makes sure that a script does not grow without bound.
   *
   * @param parameter the request parameter that holds the values, for the error
   * @throws ApiException InvalidParameter when it would have more characters than {@link
   *     Placeholders#MOST_FILLED}
   */
  static void requireFillable(String parameter, String content, Map<String, String> values) {
    if (!Placeholders.canBeFilled(content, values)) {
      throw tooLarge(parameter);
    }
  }

  static ApiException tooLarge(String parameter) {
    return new ApiException(ErrorCode.PARAMETER_NOT_VALID, parameter);
  }

  /** The same for parameters that have been checked before. */
  public static Map<String, String> merged(CommandSpec spec, Map<String, String> given) {
    return merged(spec.defaultParameters(), given);
  }

  static Map<String, String> merged(String defaults, Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>(parse("DefaultParameters", defaults));
    all.putAll(given);
    return all;
  }

  /**
   * The defaults that a list with descriptions states, as the equivalent JSON object.
   *
   * @throws ApiException as {@link #parse}
   */
  public static String toJson(String parameter, List<DefaultParameterConf> confs) {
    Map<String, String> values = new LinkedHashMap<>();
    for (DefaultParameterConf conf : confs) {
      if (values.put(conf.parameterName(), conf.parameterValue()) != null) {
        throw new ApiException(ErrorCode.PARAMETER_KEY_DUPLICATED, parameter, conf.parameterName());
      }
    }
    checkKeys(parameter, values);
    return MAPPER.writeValueAsString(values);
  }

  private static void checkKeys(String parameter, Map<String, String> values) {
    if (values.size() > MAX_PARAMETERS) {
      throw new ApiException(
          ErrorCode.PARAMETER_NUMBER_EXCEEDED, parameter, values.size(), 0, MAX_PARAMETERS);
    }
    for (String key : values.keySet()) {
      if (key.length() > MAX_KEY) {
        throw new ApiException(ErrorCode.PARAMETER_KEY_LEN_EXCEEDED, parameter, key, 0, MAX_KEY);
      }
    }
    for (String key : values.keySet()) {
      if (!KEY.matcher(key).matches()) {
        throw new ApiException(ErrorCode.PARAMETER_KEY_CONTAINS_INVALID_CHAR, parameter, key);
      }
    }
  }

  // Read token by token, because a tree would forget that a key came twice.
  private static List<Member> members(String parameter, String json) {
    List<Member> members = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ApiException(ErrorCode.PARAMETER_INVALID_JSON_FORMAT, parameter);
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
        members.add(new Member(key, text ? parser.getString() : "", text));
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        throw new ApiException(ErrorCode.PARAMETER_INVALID_JSON_FORMAT, parameter);
      }
    } catch (JacksonException e) {
      throw new ApiException(ErrorCode.PARAMETER_INVALID_JSON_FORMAT, parameter);
    }
    return members;
  }
}
