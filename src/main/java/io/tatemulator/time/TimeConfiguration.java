package io.tatemulator.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
  @Bean
  EmulatorClock emulatorClock() {
    return new EmulatorClock(Clock.systemUTC());
  }
}
