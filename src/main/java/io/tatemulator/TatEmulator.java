package io.tatemulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The emulator's main class. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class TatEmulator {
  /** Starts the emulator; a failed start ends in one line and exit code 1. */
  public static void main(String[] arguments) {
    try {
      SpringApplication.run(TatEmulator.class, arguments);
    } catch (RuntimeException e) {
      // Spring has handed the failure to OneLineFailureReporter already.
      System.exit(1);
    }
  }
}
