package io.tatemulator.persistence;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;

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

  /**
   * Takes Spring Data's own model of the entities from the repositories. Only its other modules
   * read that model, and to build it waits for the thread above.
   */
  @Bean
  static BeanFactoryPostProcessor repositoriesWithoutMappingContext() {
    return beanFactory -> {
      for (String name :
          beanFactory.getBeanNamesForType(JpaRepositoryFactoryBean.class, true, false)) {
        beanFactory
            .getBeanDefinition(BeanFactoryUtils.transformedBeanName(name))
            .getPropertyValues()
            .removePropertyValue("mappingContext");
      }
    };
  }

  /**
   * Starts that thread, and then opens the database beside it, before the server is created;
   * customizes nothing.
   */
  @Bean
  @DependsOn({"entityManagerFactory", "database"})
  WebServerFactoryCustomizer<ConfigurableWebServerFactory> bootstrapBeforeServer() {
    return factory -> {};
  }
}
