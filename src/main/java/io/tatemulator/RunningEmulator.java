package io.tatemulator;

import io.tatemulator.client.ControlClient;
import io.tatemulator.protocol.signature.Authenticator;
import java.net.URI;
import org.springframework.context.ConfigurableApplicationContext;

/** An emulator in this process. Closing it stops it and discards its state if that is in memory. */
public final class RunningEmulator implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final URI endpoint;
  private final ControlClient control;

  RunningEmulator(ConfigurableApplicationContext context) {
    this.context = context;
    this.endpoint =
        URI.create(
            "http://127.0.0.1:"
                + context.getEnvironment().getRequiredProperty("local.server.port"));
    this.control = new ControlClient(endpoint);
  }

  /** Returns the endpoint for clients of the cloud API, such as {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return endpoint;
  }

  /** Returns the port that it listens on. */
  public int port() {
    return endpoint.getPort();
  }

  /** Returns a client of its control API. */
  public ControlClient control() {
    return control;
  }

  /** Returns the account of requests that are signed with a SecretId. */
  public String accountOf(String secretId) {
    return context.getBean(Authenticator.class).accountOf(secretId);
  }

  @Override
  public void close() {
    context.close();
  }
}
