package io.tatemulator.jar.kills;

import io.tatemulator.testing.Answer;
import io.tatemulator.testing.Control.Reply;
import java.net.http.HttpResponse;

/** An answer that leaves open whether the request has been executed. */
final class Unanswered extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SERVER_ERROR = 500;

  private Unanswered(String answer) {
    super(answer);
  }

  /** Returns an answer that says what has happened. */
  static Answer unless(Answer answer) {
    if (answer.code().equals("InternalError")) {
      throw new Unanswered(answer.body().toString());
    }
    return answer;
  }

  /** Returns an answer that says what has happened. */
  static Reply unless(Reply reply) {
    if (reply.status() >= SERVER_ERROR) {
      throw new Unanswered(reply.toString());
    }
    return reply;
  }

  /** Returns an answer that says what has happened. */
  static HttpResponse<String> unless(HttpResponse<String> answer) {
    if (answer.statusCode() >= SERVER_ERROR) {
      throw new Unanswered(answer + ": " + answer.body());
    }
    return answer;
  }
}
