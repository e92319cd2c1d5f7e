package io.tatemulator.protocol.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Writes a JSON body, like that of all other errors, for requests that the server itself rejects
 * before any other check, such as one without a Host header. Public, since the server creates it.
 */
public final class JsonErrorReport extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(JsonErrorReport.class);

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()
        || !canWrite(response)) {
      return;
    }
    response.setContentType("application/json");
    String body = "{\"error\":\"" + status.getReasonPhrase() + "\"}";
    try {
      response.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
      response.finishResponse();
    } catch (IOException e) {
      // The client has disconnected.
      LOG.debug("cannot send an error response", e);
    }
  }

  private static boolean canWrite(Response response) {
    AtomicBoolean allowed = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
    return allowed.get();
  }
}
