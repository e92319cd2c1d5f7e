package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * That a list of identifiers of {@link Matches one form} has an error of its own for holding such
 * identifiers beside those of other resources.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Uniform {
  /** The error of a mixed list. */
  ErrorCode error();
}
