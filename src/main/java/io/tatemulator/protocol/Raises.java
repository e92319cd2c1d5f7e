package io.tatemulator.protocol;

import io.tatemulator.protocol.error.ErrorCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The errors that an action can end in because it uses a class, whatever it uses it for. An action
 * names such classes in {@link Documented#checks}; what only some uses end in, it lists itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Raises {
  /** The errors. */
  ErrorCode[] value();
}
