package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The form of a text, or of each text of a list. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Matches {
  /** A regular expression for the whole text. */
  String value();

  /** The error of a text of another form. */
  ErrorCode error();
}
