package io.tatemulator.storage;

import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

@Configuration(proxyBeanMethods = false)
class JpaConfiguration {
  /**
   * Reads the mapping of the entities in a thread of its own, a fifth of a start, while the server
   * is set up. The first use of a repository waits for it.
   */
  @Bean
  EntityManagerFactoryBuilderCustomizer bootstrapInBackground() {
    return builder -> builder.setBootstrapExecutor(new SimpleAsyncTaskExecutor("jpa-bootstrap-"));
  }

  /** Does nothing but begin that before the server is created. */
  @Bean
  @DependsOn("entityManagerFactory")
  WebServerFactoryCustomizer<ConfigurableWebServerFactory> bootstrapBeforeServer() {
    return factory -> {};
  }
}
