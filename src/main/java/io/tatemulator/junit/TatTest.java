package io.tatemulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests with an emulator. All classes with the same settings share one, which is started
 * once and ends with the run; each test is a tenant of its own, so they may run in parallel.
 *
 * <p>Test methods, constructors and lifecycle methods may have parameters of the types {@link
 * TatTenant}, {@link io.tatemulator.client.ControlClient} and {@link
 * io.tatemulator.RunningEmulator}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(TatExtension.class)
public @interface TatTest {
  /** Settings of the emulator, each as {@code tat.fidelity=strict}. */
  String[] settings() default {};

  /**
   * Whether the class has an emulator to itself, as it should if it moves the clock or writes
   * outcomes and faults that are not for its tenants alone.
   */
  boolean own() default false;
}
