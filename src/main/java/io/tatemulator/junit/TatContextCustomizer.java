package io.tatemulator.junit;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts an emulator before an application context and stops it after the context's beans. The
 * context has the emulator's address and a tenant as properties and as beans. It is a record
 * because Spring compares customizers to find a cached context.
 *
 * @param settings the settings of the emulator
 * @param owner the class that has its own emulator, so its own context
 */
record TatContextCustomizer(List<String> settings, @Nullable Class<?> owner)
    implements ContextCustomizer {
  /** Attached by Spring Boot to the environment of its applications. */
  private static final String SPRING_BOOT_SOURCE = "configurationProperties";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    MutablePropertySources sources = context.getEnvironment().getPropertySources();
    String[] all = TestTenants.settings(settings);
    RunningEmulator emulator =
        sources.contains(SPRING_BOOT_SOURCE)
            ? TatEmulator.startWithoutLogging(all)
            : TatEmulator.start(all);
    TatTenant tenant = TestTenants.create(emulator);
    sources.addFirst(new MapPropertySource("tatEmulator", properties(tenant)));

    DefaultSingletonBeanRegistry beans = (DefaultSingletonBeanRegistry) context.getBeanFactory();
    beans.registerSingleton("tatEmulator", emulator);
    beans.registerSingleton("tatControlClient", emulator.control());
    beans.registerSingleton("tatTenant", tenant);
    // Beans are destroyed in reverse order, so those that send requests come before the emulator.
    beans.registerDisposableBean("tatEmulator", emulator::close);
  }

  private static Map<String, Object> properties(TatTenant tenant) {
    return Map.of(
        "tat.emulator.url", tenant.endpoint().toString(),
        "tat.emulator.endpoint", tenant.authority(),
        "tat.emulator.region", tenant.region(),
        "tat.emulator.secret-id", tenant.secretId(),
        "tat.emulator.secret-key", tenant.secretKey());
  }
}
