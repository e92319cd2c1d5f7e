package io.tatemulator.catalog;

import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.protocol.error.CommonCodes;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the actions and error codes of TAT's only version. */
@Configuration(proxyBeanMethods = false)
class TatModel {
  @Bean
  ServiceModel serviceModel() {
    return new ServiceModel("tat", "2020-10-28", DocumentedCodes.BY_ACTION, errorCodes());
  }

  private static Set<String> errorCodes() {
    Set<String> codes = new TreeSet<>(CommonCodes.ALL);
    codes.addAll(DocumentedCodes.ALL);
    return codes;
  }
}
