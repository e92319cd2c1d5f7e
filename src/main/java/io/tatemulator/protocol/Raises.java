package io.tatemulator.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The errors that every action that uses the class may return. An action lists such classes in
 * {@link ActionDoc#checks}, and errors of only some uses in {@link ActionDoc#raises}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Raises {
  /** The error codes. */
  String[] value();
}
