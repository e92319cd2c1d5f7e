package io.tatemulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that uses an emulator. All classes with the same settings share one, which
 * starts once and stops at the end of the run; each test has its own tenant, so tests may run in
 * parallel.
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
  /** Returns the settings of the emulator, such as {@code tat.fidelity=strict}. */
  String[] settings() default {};

  /**
   * Returns whether the class has its own emulator. Set it when the class moves the clock, or
   * writes outcomes and faults that match more than its tenants.
   */
  boolean own() default false;
}
