package io.tatemulator.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The error lists of the TAT actions, version 2020-10-28, from {@code error-codes.properties}. */
public final class DocumentedCodes {
  /** The codes of each action's list, by the action's name. */
  public static final Map<String, Set<String>> BY_ACTION = read();

  /** The codes of all actions. */
  public static final Set<String> ALL =
      BY_ACTION.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private DocumentedCodes() {}

  private static Map<String, Set<String>> read() {
    Properties lists = new Properties();
    try (InputStream file = DocumentedCodes.class.getResourceAsStream("error-codes.properties")) {
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
}
