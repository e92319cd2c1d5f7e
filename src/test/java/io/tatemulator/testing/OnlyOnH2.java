package io.tatemulator.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Skips a test of what only H2 has, such as its file, when {@link TestStorage} is another. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
    named = "tests.storage",
    matches = "postgres",
    disabledReason = "it is about H2")
public @interface OnlyOnH2 {}
