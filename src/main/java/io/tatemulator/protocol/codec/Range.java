package io.tatemulator.protocol.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The minimum and the maximum of an integer. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Range {
  /** The code for a value that is out of range. */
  String RANGE = "InvalidParameterValue.Range";

  /** The minimum. */
  long min();

  /** The maximum. */
  long max();

  /** The error code for a smaller value. */
  String below() default RANGE;

  /** The error code for a greater value. */
  String above() default RANGE;
}
