package io.tatemulator.execution.process;

import io.tatemulator.instance.ExecutorPolicy;
import io.tatemulator.instance.Instance;
import io.tatemulator.protocol.signature.AccessSettings;
import io.tatemulator.support.CannotStartException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Permits processes only where a stranger cannot run scripts: if the emulator listens on a loopback
 * address or verifies all signatures, or its user allows it.
 */
@Component
final class ProcessPolicy implements ExecutorPolicy {
  private static final String REFUSAL =
      "scripts would run for everyone who can reach %s, since requests without a verified signature"
          + " are accepted; set tat.allow-unsigned=false and tat.allow-unknown-secret-ids=false, or"
          + " tat.execution.allow-remote=true";

  private final @Nullable String refusal;

  ProcessPolicy(ProcessSettings settings, AccessSettings access, Environment environment) {
    String address = environment.getProperty("server.address");
    boolean verified = !access.allowsUnsigned() && !access.allowsUnknownSecretIds();
    boolean permitted = settings.allowRemote() || verified || isLoopback(address);
    this.refusal =
        permitted
            ? null
            : String.format(Locale.ROOT, REFUSAL, address == null ? "this host" : address);
    if (refusal != null && settings.mode() == ProcessSettings.Mode.PROCESS) {
      throw new CannotStartException("tat.execution.mode=process: " + refusal);
    }
  }

  @Override
  public void require(Instance.Executor executor) {
    if (executor == Instance.Executor.PROCESS && refusal != null) {
      throw new IllegalArgumentException("invalid value for `executor`: " + refusal);
    }
  }

  private static boolean isLoopback(@Nullable String address) {
    try {
      return address != null && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
