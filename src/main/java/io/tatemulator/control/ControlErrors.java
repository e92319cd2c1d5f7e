package io.tatemulator.control;

import io.tatemulator.schedule.TravelCancelledException;
import io.tatemulator.schedule.TravelRefusedException;
import io.tatemulator.storage.SeedTakenException;
import io.tatemulator.storage.SnapshotTooLargeException;
import io.tatemulator.support.JsonPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place that words the errors that the control API's routes raise. */
@RestControllerAdvice(basePackageClasses = ControlErrors.class)
final class ControlErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ControlErrors.class);
  private static final String FORMS =
      "times are such as 2021-08-31T15:59:00Z and durations such as PT1H";

  @ExceptionHandler(IllegalArgumentException.class)
  ResponseEntity<Told> badRequest(IllegalArgumentException e) {
    return badRequest(String.valueOf(e.getMessage()));
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<Told> unreadable(HttpMessageNotReadableException e) {
    Throwable root = e.getMostSpecificCause();
    if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
      return badRequest("there is no member " + JsonPaths.of(unknown) + " here");
    }
    if (root instanceof IllegalArgumentException && root.getMessage() != null) {
      return badRequest(root.getMessage());
    }
    return badRequest(
        e.getCause() instanceof DatabindException misfit && !misfit.getPath().isEmpty()
            ? "the member " + JsonPaths.of(misfit) + " cannot be that; " + FORMS
            : "the body is not the JSON object that this route takes; " + FORMS);
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<Told> mistyped(MethodArgumentTypeMismatchException e) {
    return badRequest(e.getName() + " cannot be that");
  }

  @ExceptionHandler(MissingServletRequestParameterException.class)
  ResponseEntity<Told> missing(MissingServletRequestParameterException e) {
    return badRequest("the query has no " + e.getParameterName());
  }

  private static ResponseEntity<Told> badRequest(String told) {
    return new Told(told).with(HttpStatus.BAD_REQUEST);
  }

  @ExceptionHandler(NotFoundException.class)
  ResponseEntity<Told> notFound(NotFoundException e) {
    return new Told(String.valueOf(e.getMessage())).with(HttpStatus.NOT_FOUND);
  }

  /** Another request has deleted it since the route looked for it. */
  @ExceptionHandler(EmptyResultDataAccessException.class)
  ResponseEntity<Told> gone(EmptyResultDataAccessException e) {
    return new Told("it is no longer there").with(HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
  ResponseEntity<Told> notAccepted(HttpMediaTypeNotAcceptableException e) {
    return new Told("the answer is JSON, which Accept does not name")
        .with(HttpStatus.NOT_ACCEPTABLE);
  }

  @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
  ResponseEntity<Told> notJson(HttpMediaTypeNotSupportedException e) {
    return new Told("the body is JSON, and Content-Type says so: application/json")
        .with(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  @ExceptionHandler(SnapshotTooLargeException.class)
  ResponseEntity<Told> tooLarge(SnapshotTooLargeException e) {
    return new Told(String.valueOf(e.getMessage())).with(HttpStatus.CONTENT_TOO_LARGE);
  }

  @ExceptionHandler({
    RefusedException.class,
    TravelRefusedException.class,
    TravelCancelledException.class,
    SeedTakenException.class
  })
  ResponseEntity<Told> refused(RuntimeException e) {
    return new Told(String.valueOf(e.getMessage())).with(HttpStatus.CONFLICT);
  }

  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<Told> failed(RuntimeException e) {
    LOG.error("a request of the control API failed", e);
    return new Told("the emulator failed; its log says why").with(HttpStatus.INTERNAL_SERVER_ERROR);
  }
}
