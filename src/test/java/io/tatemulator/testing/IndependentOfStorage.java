package io.tatemulator.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Skips a test whose outcome does not depend on where emulators store their state, or that chooses
 * this itself, when {@link TestStorage} is not H2: it has run with H2 then.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
    named = "tests.storage",
    matches = "postgres",
    disabledReason = "it does not depend on the storage")
public @interface IndependentOfStorage {}
