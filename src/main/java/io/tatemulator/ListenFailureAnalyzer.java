package io.tatemulator;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;

/** Explains why the emulator cannot listen on its configured address and port. */
@Order(0)
final class ListenFailureAnalyzer extends AbstractFailureAnalyzer<WebServerException> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, WebServerException cause) {
    if (!TatEmulator.isStarting()) {
      return null;
    }
    return new FailureAnalysis(describe(cause), null, cause);
  }

  private static String describe(WebServerException cause) {
    if (cause instanceof PortInUseException portInUse) {
      return "port "
          + portInUse.getPort()
          + " is in use by another process; stop it or choose another with --server.port";
    }
    // The server reports no cause.
    if (cause instanceof ConnectorStartFailedException failed) {
      return "port "
          + failed.getPort()
          + " cannot be bound; it may be in use by another process, or reserved;"
          + " choose another with --server.port or --tat.tls.port";
    }
    return "cannot listen on the address and port of --server.address and --server.port: "
        + NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
  }
}
