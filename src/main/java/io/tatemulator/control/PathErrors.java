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

/** Words the errors of requests that no route takes. */
@RestControllerAdvice
final class PathErrors {
  static ResponseEntity<Told> nothingAt(String path) {
    return new Told("there is nothing at " + path).with(HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler(NoHandlerFoundException.class)
  ResponseEntity<Told> unknownPath(NoHandlerFoundException e) {
    return nothingAt(e.getRequestURL());
  }

  @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
  ResponseEntity<Told> otherMethod(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    TreeSet<String> methods = new TreeSet<>();
    e.getHeaders().getAllow().stream().map(HttpMethod::name).forEach(methods::add);
    return new Told(
            String.format(
                Locale.ROOT,
                "%s does not take %s, but %s",
                request.getRequestURI(),
                e.getMethod(),
                String.join(", ", methods)))
        .with(HttpStatus.METHOD_NOT_ALLOWED, e.getHeaders());
  }
}
