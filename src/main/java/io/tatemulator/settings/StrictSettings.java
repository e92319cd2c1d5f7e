package io.tatemulator.settings;

import io.tatemulator.support.CannotStartException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Aborts a start with unknown settings or arguments, since the emulator would otherwise run in
 * another way than its user expects. Blank settings count as absent.
 */
public final class StrictSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String OPTION = "--";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
      // The settings of the machine that builds the jar must not affect it.
      return;
    }
    BlankSettings.remove(context.getEnvironment().getPropertySources());
    // At that point the records of the settings are registered, and none is bound yet.
    context.addBeanFactoryPostProcessor(
        beanFactory -> requireKnown(beanFactory, context.getEnvironment()));
  }

  private static void requireKnown(
      ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment) {
    List<String> errors = new ArrayList<>();
    ApplicationArguments arguments = beanFactory.getBean(ApplicationArguments.class);
    arguments.getNonOptionArgs().forEach(argument -> errors.add(describeUnknown(argument)));
    for (String name : arguments.getOptionNames()) {
      boolean hasValue = !List.of().equals(arguments.getOptionValues(name));
      if (!hasValue && name.startsWith(KnownSettings.ROOT + ".")) {
        errors.add(
            String.format(
                Locale.ROOT,
                "the argument %s has no value; write %s=…",
                OPTION + name,
                OPTION + name));
      }
    }
    errors.addAll(
        new SettingNames(new KnownSettings(records(beanFactory)))
            .findUnknown(environment.getPropertySources()));
    if (!errors.isEmpty()) {
      throw new CannotStartException(String.join("; ", errors));
    }
  }

  private static String describeUnknown(String argument) {
    return String.format(
        Locale.ROOT,
        "the argument %s is not a setting; %s",
        argument,
        argument.startsWith(KnownSettings.ROOT + ".")
            ? "write " + OPTION + argument
            : "expected a setting such as --tat.storage=memory");
  }

  private static List<Class<?>> records(ConfigurableListableBeanFactory beanFactory) {
    List<Class<?>> records = new ArrayList<>();
    Arrays.stream(beanFactory.getBeanDefinitionNames())
        .map(name -> beanFactory.getType(name, false))
        .filter(Objects::nonNull)
        // Reading the annotations of every class would take longer than the rest of this check.
        .filter(Class::isRecord)
        .filter(StrictSettings::isRecordOfSettings)
        .forEach(records::add);
    return records;
  }

  private static boolean isRecordOfSettings(Class<?> type) {
    ConfigurationProperties annotation = type.getAnnotation(ConfigurationProperties.class);
    return annotation != null && (annotation.value() + ".").startsWith(KnownSettings.ROOT + ".");
  }
}
