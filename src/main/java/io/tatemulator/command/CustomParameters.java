package io.tatemulator.command;

import io.tatemulator.protocol.Raises;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.tat.TatError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Custom parameters: the JSON object of strings that fills the placeholders of a command. */
@Raises({
  "InvalidParameterValue.ParameterInvalidJsonFormat",
  "InvalidParameterValue.ParameterKeyDuplicated",
  "InvalidParameterValue.ParameterNumberExceeded",
  "InvalidParameterValue.ParameterKeyLenExceeded",
  "InvalidParameterValue.ParameterKeyContainsInvalidChar",
  "InvalidParameterValue.ParameterValueNotString"
})
public final class CustomParameters {
  private static final int MAX_PARAMETERS = 20;
  private static final int MAX_KEY_LENGTH = 64;
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** One member of the object in its original form. */
  private record Member(String key, String value, boolean text) {}

  private CustomParameters() {}

  /**
   * Parses custom parameters.
   *
   * @param parameter the request parameter that contains them, for errors
   * @param json a JSON object whose values are strings; empty for none
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
        throw new ApiException(TatError.PARAMETER_KEY_DUPLICATED, parameter, member.key());
      }
    }
    checkKeys(parameter, values);
    for (Member member : members) {
      if (!member.text()) {
        throw new ApiException(TatError.PARAMETER_VALUE_NOT_STRING, parameter, member.key());
      }
    }
    return values;
  }

  /**
   * Validates that the command accepts parameters if there are any.
   *
   * @param values the parameters
   * @throws ApiException ParameterDisabled
   */
  static void requireEnabled(
      Map<String, String> values, boolean enableParameter, String commandId) {
    if (!values.isEmpty() && !enableParameter) {
      throw new ApiException(TatError.PARAMETER_DISABLED, "Parameters", commandId);
    }
  }

  /**
   * Merges the given parameters into the defaults of a command and validates the result.
   *
   * @return all values; empty when the command accepts no parameters
   * @throws ApiException ParameterDisabled; LackOfParameterInfo when a command that accepts
   *     parameters gets none
   */
  public static Map<String, String> resolve(
      CommandSpec spec, Map<String, String> given, String commandId) {
    requireEnabled(given, spec.enableParameter(), commandId);
    Map<String, String> mergedValues = mergeDefaults(spec, given);
    if (spec.enableParameter() && mergedValues.isEmpty()) {
      throw new ApiException(TatError.LACK_OF_PARAMETER_INFO, "Parameters");
    }
    requireFillableSize("Parameters", spec.content(), mergedValues);
    return mergedValues;
  }

  /**
   * Validates that a filled script is not too large.
   *
   * @param parameter the request parameter that contains the values, for the error
   * @throws ApiException InvalidParameter when it has more characters than {@link
   *     Placeholders#MAX_FILLED_SIZE}
   */
  static void requireFillableSize(String parameter, String content, Map<String, String> values) {
    if (!Placeholders.fitsWhenFilled(content, values)) {
      throw tooLarge(parameter);
    }
  }

  static ApiException tooLarge(String parameter) {
    return new ApiException(ProtocolError.PARAMETER_NOT_VALID, parameter);
  }

  /** Merges parameters that are already validated into the defaults of a command. */
  public static Map<String, String> mergeDefaults(CommandSpec spec, Map<String, String> given) {
    return mergeDefaults(spec.defaultParameters(), given);
  }

  static Map<String, String> mergeDefaults(String defaults, Map<String, String> given) {
    Map<String, String> mergedValues = new LinkedHashMap<>(parse("DefaultParameters", defaults));
    mergedValues.putAll(given);
    return mergedValues;
  }

  /**
   * Converts a list of defaults with descriptions to the equivalent JSON object.
   *
   * @throws ApiException as {@link #parse}
   */
  public static String toJson(String parameter, List<DefaultParameterConf> confs) {
    Map<String, String> values = new LinkedHashMap<>();
    for (DefaultParameterConf conf : confs) {
      if (values.put(conf.parameterName(), conf.parameterValue()) != null) {
        throw new ApiException(TatError.PARAMETER_KEY_DUPLICATED, parameter, conf.parameterName());
      }
    }
    checkKeys(parameter, values);
    return MAPPER.writeValueAsString(values);
  }

  private static void checkKeys(String parameter, Map<String, String> values) {
    if (values.size() > MAX_PARAMETERS) {
      throw new ApiException(
          TatError.PARAMETER_NUMBER_EXCEEDED, parameter, values.size(), 0, MAX_PARAMETERS);
    }
    for (String key : values.keySet()) {
      if (key.length() > MAX_KEY_LENGTH) {
        throw new ApiException(
            TatError.PARAMETER_KEY_LEN_EXCEEDED, parameter, key, 0, MAX_KEY_LENGTH);
      }
    }
    for (String key : values.keySet()) {
      if (!KEY.matcher(key).matches()) {
        throw new ApiException(TatError.PARAMETER_KEY_CONTAINS_INVALID_CHAR, parameter, key);
      }
    }
  }

  // Read token by token, because a tree loses duplicate keys.
  private static List<Member> members(String parameter, String json) {
    List<Member> members = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ApiException(TatError.PARAMETER_INVALID_JSON_FORMAT, parameter);
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
        members.add(new Member(key, text ? parser.getString() : "", text));
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        throw new ApiException(TatError.PARAMETER_INVALID_JSON_FORMAT, parameter);
      }
    } catch (JacksonException e) {
      throw new ApiException(TatError.PARAMETER_INVALID_JSON_FORMAT, parameter);
    }
    return members;
  }
}
