package io.tatemulator.tag;

import io.tatemulator.protocol.ServiceModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tag, which changes the tags of other services' resources. */
@Configuration(proxyBeanMethods = false)
public class TagService {
  /** The implemented action with its error list, as documented, and the service's errors. */
  public static final ServiceModel MODEL =
      new ServiceModel(
          "tag", "2018-08-13", ServiceModel.readErrorLists(TagService.class), TagError.values());

  @Bean
  static ServiceModel tagServiceModel() {
    return MODEL;
  }
}
