package io.tatemulator.persistence;

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
   * Reads the mapping of the entities in a separate thread while the server is set up, since it is
   * the longest step of a start. The first use of a repository waits for it.
   */
  @Bean
  EntityManagerFactoryBuilderCustomizer bootstrapInBackground() {
    return builder -> builder.setBootstrapExecutor(new SimpleAsyncTaskExecutor("jpa-bootstrap-"));
  }

  /** Starts that thread before the server is created; customizes nothing. */
  @Bean
  @DependsOn("entityManagerFactory")
  WebServerFactoryCustomizer<ConfigurableWebServerFactory> bootstrapBeforeServer() {
    return factory -> {};
  }
}
