package io.tatemulator.junit;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.util.ClassUtils;

/** Finds the application contexts of tests, which have the emulators of their classes. */
final class SpringContexts {
  private static final boolean PRESENT =
      ClassUtils.isPresent(
          "org.springframework.test.context.junit.jupiter.SpringExtension",
          SpringContexts.class.getClassLoader());

  private SpringContexts() {}

  /** Returns the application context of a test, if its class is a test of Spring. */
  static Optional<ApplicationContext> find(ExtensionContext context) {
    return PRESENT && isSpringTest(context)
        ? Optional.of(SpringExtension.getApplicationContext(context))
        : Optional.empty();
  }

  /** Returns whether Spring resolves a parameter itself, such as one with {@code @Autowired}. */
  static boolean resolve(ParameterContext parameter, ExtensionContext context) {
    return PRESENT
        && isSpringTest(context)
        && new SpringExtension().supportsParameter(parameter, context);
  }

  private static boolean isSpringTest(ExtensionContext context) {
    for (Class<?> type = context.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      if (AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class).stream()
          .flatMap(extension -> Arrays.stream(extension.value()))
          .anyMatch(SpringExtension.class::isAssignableFrom)) {
        return true;
      }
    }
    return false;
  }
}
