package io.tatemulator.protocol;

import io.tatemulator.protocol.error.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the page of an action says beside what its records declare. The pages in {@code
 * docs/actions} are made from it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Documented {
  /** What the action does, in a sentence or two. */
  String value();

  /** The classes that bear {@link Raises} and whose errors it raises. */
  Class<?>[] checks() default {};

  /** The errors that it raises beside those of {@link #checks} and its parameters' declarations. */
  ErrorCode[] raises() default {};

  /** What the cloud's documents leave open, and how it is decided here. */
  String[] inferred() default {};
}
