package io.tatemulator.time;

import io.tatemulator.persistence.Nodes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
  @Bean
  EmulatorClock emulatorClock(Nodes nodes) {
    return new EmulatorClock(
        nodes.areSeveral() ? new NodeClock(Clock.systemUTC(), nodes) : Clock.systemUTC());
  }
}
