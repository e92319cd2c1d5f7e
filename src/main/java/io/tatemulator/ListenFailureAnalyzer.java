package io.tatemulator;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;

/** Says why the emulator cannot listen where it was told to. */
@Order(0)
final class ListenFailureAnalyzer extends AbstractFailureAnalyzer<WebServerException> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, WebServerException cause) {
    if (!TatEmulator.isStarting()) {
      return null;
    }
    return new FailureAnalysis(told(cause), null, cause);
  }

  private static String told(WebServerException cause) {
    if (cause instanceof PortInUseException taken) {
      return "port "
          + taken.getPort()
          + " is in use by another process; stop it or choose another with --server.port";
    }
    // The server does not say why.
    if (cause instanceof ConnectorStartFailedException failed) {
      return "port "
          + failed.getPort()
          + " cannot be listened on; it may be in use by another process, or reserved;"
          + " choose another with --server.port or --tat.tls.port";
    }
    return "it cannot listen where --server.address and --server.port say: "
        + NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
  }
}
