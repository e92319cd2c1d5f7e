package io.tatemulator.protocol.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The format of a text, or of each text of a list. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Pattern {
  /** A regular expression for the whole text. */
  String value();

  /** The error code for a text that does not match. */
  String error();
}
