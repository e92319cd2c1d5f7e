package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The minimum and the maximum of an integer. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Range {
  /** The minimum. */
  long min();

  /** The maximum. */
  long max();

  /** The error for a smaller value. */
  ErrorCode below() default ErrorCode.RANGE;

  /** The error for a greater value. */
  ErrorCode above() default ErrorCode.RANGE;
}
