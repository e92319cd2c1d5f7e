package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The least and the greatest value of an integer. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Between {
  /** The least value. */
  long min();

  /** The greatest value. */
  long max();

  /** The error of a smaller one. */
  ErrorCode below() default ErrorCode.RANGE;

  /** The error of a greater one. */
  ErrorCode above() default ErrorCode.RANGE;
}
