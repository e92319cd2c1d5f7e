package io.tatemulator.tat;

import io.tatemulator.protocol.ServiceModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service TAT in its only version. */
@Configuration(proxyBeanMethods = false)
public class TatService {
  /** Its actions with their error lists, as documented, and its errors. */
  public static final ServiceModel MODEL =
      new ServiceModel(
          "tat", "2020-10-28", ServiceModel.readErrorLists(TatService.class), TatError.values());

  @Bean
  static ServiceModel tatModel() {
    return MODEL;
  }
}
