package io.tatemulator;

import io.tatemulator.settings.StrictSettings;
import java.util.Map;
import org.springframework.aot.AotDetector;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.AotApplicationContextInitializer;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/**
 * Runs the emulator from the bean definitions that the build generates. Where they are missing, as
 * in a development environment that does not run the whole build, it finds its beans by scanning
 * the class path, which takes some seconds longer.
 */
final class EmulatorApplication extends SpringApplication {
  private static final String GENERATED =
      TatEmulator.class.getName() + "__ApplicationContextInitializer";

  /**
   * Whether this application applies the generated definitions although the JVM as such does not.
   */
  private final boolean generatedHere;

  EmulatorApplication() {
    super(TatEmulator.class);
    setMainApplicationClass(TatEmulator.class);
    setDefaultProperties(Map.of("spring.config.name", TatEmulator.CONFIG_FILES));
    addInitializers(new StrictSettings());
    generatedHere = mayUseGenerated();
    if (generatedHere) {
      addInitializers(AotApplicationContextInitializer.forInitializerClasses(GENERATED));
      setApplicationContextFactory(
          ApplicationContextFactory.of(ServletWebServerApplicationContext::new));
    }
  }

  /**
   * Makes generated definitions the rule of this JVM, unless {@code -Dspring.aot.enabled} says
   * otherwise. Only for a process of our own: the rule holds for any other Spring application in
   * it.
   */
  static void useGeneratedInThisProcess() {
    if (mayUseGenerated()) {
      SpringProperties.setFlag(AotDetector.AOT_ENABLED);
    }
  }

  /** Does nothing where the definitions are there already: the sources would define them again. */
  @Override
  protected void load(ApplicationContext context, Object[] sources) {
    if (!generatedHere) {
      super.load(context, sources);
    }
  }

  /** Where the flag is set, it has decided already. */
  private static boolean mayUseGenerated() {
    return SpringProperties.checkFlag(AotDetector.AOT_ENABLED) == null
        && !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)
        && ClassUtils.isPresent(GENERATED, TatEmulator.class.getClassLoader());
  }
}
