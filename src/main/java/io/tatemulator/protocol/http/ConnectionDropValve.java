package io.tatemulator.protocol.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes connections in the middle of a response, which the servlet API cannot do. */
public final class ConnectionDropValve extends ValveBase {
  private static final String DROP_ATTRIBUTE = ConnectionDropValve.class.getName();

  ConnectionDropValve() {
    super(true);
  }

  /** Closes the connection of a request once the bytes written for it are sent. */
  public static void drop(ServletRequest request) {
    request.setAttribute(DROP_ATTRIBUTE, true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (request.getAttribute(DROP_ATTRIBUTE) != null) {
      if (response.getContentWritten() > 0) {
        response.flushBuffer();
      }
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
      response.setSuspended(true);
    }
  }
}
