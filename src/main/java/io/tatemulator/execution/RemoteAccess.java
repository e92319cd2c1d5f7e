package io.tatemulator.execution;

import io.tatemulator.persistence.ClusterSettings;
import io.tatemulator.protocol.signature.AccessSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Decides whether scripts may really run: only where a stranger cannot run them, so if the emulator
 * listens on a loopback address, or verifies all signatures and has no control API, or its user
 * allows it. With several nodes they may not, since a task that runs belongs to one emulator.
 */
@Component
public final class RemoteAccess {
  private final @Nullable String refusal;

  /** Reads the settings. */
  public RemoteAccess(
      RemoteSettings settings,
      AccessSettings access,
      ClusterSettings cluster,
      Environment environment) {
    String address = environment.getProperty("server.address");
    boolean control = environment.getProperty("tat.control.enabled", Boolean.class, true);
    boolean verified = !control && !access.allowsUnsigned() && !access.allowsUnknownSecretIds();
    boolean permitted = settings.allowRemote() || verified || isLoopback(address);
    if (cluster.enabled()) {
      this.refusal = "tasks of several nodes are simulated; scripts need an emulator of their own";
    } else {
      this.refusal = permitted ? null : refusal(address == null ? "this host" : address);
    }
  }

  /** Returns why scripts must not run; empty when they may. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
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
