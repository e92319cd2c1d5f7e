package io.tatemulator.control;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Creates the error responses for requests that match no route. */
@RestControllerAdvice
public final class PathErrors {
  /** Returns the response for a path without a route. */
  public static ResponseEntity<ErrorResponse> noRouteFor(String path) {
    return new ErrorResponse("no route for " + path).with(HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler(NoHandlerFoundException.class)
  ResponseEntity<ErrorResponse> unknownPath(NoHandlerFoundException e) {
    return noRouteFor(e.getRequestURL());
  }

  @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
  ResponseEntity<ErrorResponse> otherMethod(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    TreeSet<String> methods = new TreeSet<>();
    e.getHeaders().getAllow().stream().map(HttpMethod::name).forEach(methods::add);
    return new ErrorResponse(
            String.format(
                Locale.ROOT,
                "%s does not support %s, only %s",
                request.getRequestURI(),
                e.getMethod(),
                String.join(", ", methods)))
        .with(HttpStatus.METHOD_NOT_ALLOWED, e.getHeaders());
  }
}
