package io.tatemulator.protocol.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a list of identifiers of {@link Pattern one format} has a separate error code for
 * such identifiers mixed with those of other resources.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface SameResourceType {
  /** The error code for a mixed list. */
  String error();

  /** A regular expression for the identifiers of all resources. */
  String anyResource();
}
