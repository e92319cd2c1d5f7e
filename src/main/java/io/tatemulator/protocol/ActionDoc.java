package io.tatemulator.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The documentation of an action that its records do not declare. The pages in {@code docs/actions}
 * are generated from it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ActionDoc {
  /** What the action does, in a sentence or two. */
  String value();

  /** The classes with {@link Raises} whose errors the action raises. */
  Class<?>[] checks() default {};

  /** Error codes besides those of {@link #checks} and of its parameters' declarations. */
  String[] raises() default {};

  /** Points that the cloud's documents leave open, with the emulator's decisions. */
  String[] inferred() default {};
}
