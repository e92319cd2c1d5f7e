package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The greatest length of a text, or the greatest number of items of a list. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Length {
  /** Characters of a text, or items of a list. */
  int max();

  /** The error of a longer one. */
  ErrorCode error() default ErrorCode.TOO_LONG;
}
