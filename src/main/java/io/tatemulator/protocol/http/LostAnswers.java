package io.tatemulator.protocol.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes connections amid their answers, which the servlet API has no way to do. */
public final class LostAnswers extends ValveBase {
  private static final String LOSE = LostAnswers.class.getName();

  LostAnswers() {
    super(true);
  }

  /** Has the connection of a request closed once what has been written for it is sent. */
  public static void lose(ServletRequest request) {
    request.setAttribute(LOSE, true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (request.getAttribute(LOSE) != null) {
      if (response.getContentWritten() > 0) {
        response.flushBuffer();
      }
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
      response.setSuspended(true);
    }
  }
}
