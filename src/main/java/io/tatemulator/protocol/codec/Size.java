package io.tatemulator.protocol.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The maximum length of a text, or the maximum number of items of a list. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Size {
  /** The maximum number of characters or items. */
  int max();

  /** The error code for a longer value. */
  String error() default "InvalidParameterValue.TooLong";
}
