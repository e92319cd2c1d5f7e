package io.tatemulator;

import io.tatemulator.settings.StrictSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.AotApplicationContextInitializer;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/**
 * Runs the emulator from the bean definitions that the build generates. Where they are missing, as
 * in a development environment that does not run the whole build, it scans the class path for
 * beans, which takes some seconds longer.
 */
final class EmulatorApplication extends SpringApplication {
  private static final String GENERATED_INITIALIZER =
      TatEmulator.class.getName() + "__ApplicationContextInitializer";

  private static final String BUILD_INFO = "build-info.properties";

  /**
   * True when this application applies the generated definitions although the JVM itself does not.
   */
  private final boolean generatedApplied;

  EmulatorApplication() {
    super(TatEmulator.class);
    setMainApplicationClass(TatEmulator.class);
    setDefaultProperties(Map.of("spring.config.name", TatEmulator.CONFIG_FILES));
    addInitializers(new StrictSettings());
    generatedApplied = canUseGenerated();
    if (generatedApplied) {
      addInitializers(
          AotApplicationContextInitializer.forInitializerClasses(GENERATED_INITIALIZER));
      setApplicationContextFactory(
          ApplicationContextFactory.of(ServletWebServerApplicationContext::new));
    }
  }

  /**
   * Enables the generated definitions for this JVM unless {@code -Dspring.aot.enabled} is set. Call
   * it only in the emulator's own process: the flag applies to any other Spring application too.
   */
  static void useGeneratedInThisProcess() {
    if (canUseGenerated()) {
      SpringProperties.setFlag(AotDetector.AOT_ENABLED);
    }
  }

  /** Keeps this application from configuring logging, which concerns the whole process. */
  void leaveLoggingUnchanged() {
    setListeners(
        getListeners().stream()
            .filter(listener -> !(listener instanceof LoggingApplicationListener))
            .toList());
  }

  /** Skips the sources when the generated definitions apply: they would define the beans again. */
  @Override
  protected void load(ApplicationContext context, Object[] sources) {
    if (!generatedApplied) {
      super.load(context, sources);
    }
  }

  /** Returns whether the generated definitions apply here; a flag that is set takes precedence. */
  private static boolean canUseGenerated() {
    return SpringProperties.checkFlag(AotDetector.AOT_ENABLED) == null
        && !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)
        && ClassUtils.isPresent(GENERATED_INITIALIZER, TatEmulator.class.getClassLoader())
        && SpringBootVersion.getVersion().equals(versionOfGenerated());
  }

  /** A program that embeds the emulator may have another version, which lacks classes of ours. */
  private static @Nullable String versionOfGenerated() {
    try (InputStream info = TatEmulator.class.getResourceAsStream(BUILD_INFO)) {
      Properties properties = new Properties();
      if (info != null) {
        properties.load(info);
      }
      return properties.getProperty("build.spring-boot");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
