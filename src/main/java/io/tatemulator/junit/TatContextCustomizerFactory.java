package io.tatemulator.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/**
 * Adds an emulator to the application contexts of test classes that have {@link TatTest} too, such
 * as those with {@code @SpringBootTest}. Spring finds it by {@code META-INF/spring.factories}.
 */
public final class TatContextCustomizerFactory implements ContextCustomizerFactory {
  /** Creates the factory; Spring does. */
  public TatContextCustomizerFactory() {}

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      TatTest annotation = type.getAnnotation(TatTest.class);
      if (annotation != null) {
        return new TatContextCustomizer(
            List.of(annotation.settings()), annotation.own() ? type : null);
      }
    }
    return null;
  }
}
