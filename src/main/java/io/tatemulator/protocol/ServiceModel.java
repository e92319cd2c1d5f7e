package io.tatemulator.protocol;

import io.tatemulator.protocol.error.CommonCodes;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.error.ErrorCodes;
import io.tatemulator.protocol.error.ProtocolError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of one service of TencentCloud: what it has, whether this process implements it or
 * not.
 */
public final class ServiceModel implements ErrorCodes {
  private final String service;
  private final String version;
  private final Map<String, Set<String>> errorLists;
  private final Map<String, ErrorCode> errors = new LinkedHashMap<>();

  /**
   * Creates a model.
   *
   * @param service the service's short name, such as {@code cvm}
   * @param version the API version, such as {@code 2017-03-12}
   * @param errorLists the error codes in the list of each action of this version, by action name
   * @param errors the service's own errors; the first of those with one code has its general
   *     message
   */
  public ServiceModel(
      String service, String version, Map<String, Set<String>> errorLists, ErrorCode... errors) {
    this.service = service;
    this.version = version;
    this.errorLists = Map.copyOf(errorLists);
    Stream.concat(Stream.of(errors), Stream.of(ProtocolError.values()))
        .forEach(error -> this.errors.putIfAbsent(error.code(), error));
  }

  /**
   * Reads error lists.
   *
   * @param model a class beside whose class file {@code error-codes.properties} is: each key is an
   *     action, its value the codes in the action's list, separated by commas
   */
  public static Map<String, Set<String>> readErrorLists(Class<?> model) {
    Properties lists = new Properties();
    try (InputStream file = model.getResourceAsStream("error-codes.properties")) {
      if (file == null) {
        throw new IllegalStateException("the resource error-codes.properties is missing");
      }
      lists.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists.stringPropertyNames().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                action -> action, action -> Set.of(lists.getProperty(action).split(", *"))));
  }

  /** Returns the service's short name. */
  public String service() {
    return service;
  }

  /** Returns the API version. */
  public String version() {
    return version;
  }

  /** Returns the names of the actions of this version. */
  public Set<String> actions() {
    return errorLists.keySet();
  }

  /** Returns the error codes in the list of an action; none when the action is unknown. */
  public Set<String> errorList(String action) {
    return errorLists.getOrDefault(action, Set.of());
  }

  /** Returns the error codes of its responses, including those of every TencentCloud API. */
  public Set<String> errorCodes() {
    Set<String> codes = new TreeSet<>(CommonCodes.ALL);
    errorLists.values().forEach(codes::addAll);
    return codes;
  }

  @Override
  public ErrorCode error(String code) {
    ErrorCode error = errors.get(code);
    if (error == null) {
      throw new IllegalArgumentException(service + " has no error with the code " + code);
    }
    return error;
  }
}
