package io.tatemulator.execution.process;

import io.tatemulator.instance.ExecutorPolicy;
import io.tatemulator.instance.Instance;
import io.tatemulator.protocol.signature.AccessSettings;
import io.tatemulator.support.CannotStartException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Permits processes only where a stranger cannot run scripts: if the emulator listens on a loopback
 * address, or verifies all signatures and has no control API, or its user allows it.
 */
@Component
final class ProcessPolicy implements ExecutorPolicy {
  private final @Nullable String refusal;

  ProcessPolicy(ProcessSettings settings, AccessSettings access, Environment environment) {
    String address = environment.getProperty("server.address");
    boolean control = environment.getProperty("tat.control.enabled", Boolean.class, true);
    boolean verified = !control && !access.allowsUnsigned() && !access.allowsUnknownSecretIds();
    boolean permitted = settings.allowRemote() || verified || isLoopback(address);
    this.refusal = permitted ? null : refusal(address == null ? "this host" : address);
    if (refusal != null && settings.mode() == ProcessSettings.Mode.PROCESS) {
      throw new CannotStartException("tat.execution.mode=process: " + refusal);
    }
  }

  @Override
  public void require(Instance.Key key, Instance.Executor executor) {
    require(executor);
  }

  void require(Instance.Executor executor) {
    if (executor == Instance.Executor.PROCESS && refusal != null) {
      throw new IllegalArgumentException("invalid value for `executor`: " + refusal);
    }
  }

  private static String refusal(String address) {
    return "scripts would run for everyone who can reach "
        + address
        + ", since requests without a verified signature or the control API are accepted; set"
        + " tat.allow-unsigned=false, tat.allow-unknown-secret-ids=false and"
        + " tat.control.enabled=false, or tat.execution.allow-remote=true";
  }

  private static boolean isLoopback(@Nullable String address) {
    try {
      // A blank address is none.
      return address != null
          && !address.isBlank()
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
