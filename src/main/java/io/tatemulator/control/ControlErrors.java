package io.tatemulator.control;

import io.tatemulator.schedule.AdvanceCancelledException;
import io.tatemulator.schedule.ClockConflictException;
import io.tatemulator.state.SeedTakenException;
import io.tatemulator.state.SnapshotTooLargeException;
import io.tatemulator.support.InvalidValues;
import io.tatemulator.support.JsonPaths;
import org.apache.tomcat.util.http.InvalidParameterException;
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

/** Maps the exceptions of the control API's routes to error responses. */
@RestControllerAdvice(basePackageClasses = ControlErrors.class)
final class ControlErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ControlErrors.class);

  @ExceptionHandler(IllegalArgumentException.class)
  ResponseEntity<ErrorResponse> badRequest(IllegalArgumentException e) {
    return badRequest(String.valueOf(e.getMessage()));
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<ErrorResponse> unreadable(HttpMessageNotReadableException e) {
    Throwable root = e.getMostSpecificCause();
    if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
      return badRequest("unknown member `" + JsonPaths.of(unknown) + "`");
    }
    if (root instanceof IllegalArgumentException && root.getMessage() != null) {
      return badRequest(root.getMessage());
    }
    return badRequest(
        e.getCause() instanceof DatabindException invalid && !invalid.getPath().isEmpty()
            ? InvalidValues.message(invalid)
            : "the request body is not the JSON object that this route takes");
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<ErrorResponse> mistyped(MethodArgumentTypeMismatchException e) {
    return badRequest(InvalidValues.message(e.getName(), e.getRequiredType()));
  }

  @ExceptionHandler(MissingServletRequestParameterException.class)
  ResponseEntity<ErrorResponse> missing(MissingServletRequestParameterException e) {
    return badRequest("missing query parameter `" + e.getParameterName() + "`");
  }

  private static ResponseEntity<ErrorResponse> badRequest(String message) {
    return new ErrorResponse(message).with(HttpStatus.BAD_REQUEST);
  }

  @ExceptionHandler(NotFoundException.class)
  ResponseEntity<ErrorResponse> notFound(NotFoundException e) {
    return new ErrorResponse(String.valueOf(e.getMessage())).with(HttpStatus.NOT_FOUND);
  }

  /** Handles the case that another request deleted the resource after the route found it. */
  @ExceptionHandler(EmptyResultDataAccessException.class)
  ResponseEntity<ErrorResponse> gone(EmptyResultDataAccessException e) {
    return new ErrorResponse("the resource no longer exists").with(HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
  ResponseEntity<ErrorResponse> notAccepted(HttpMediaTypeNotAcceptableException e) {
    return new ErrorResponse("the response is JSON, which the Accept header excludes")
        .with(HttpStatus.NOT_ACCEPTABLE);
  }

  /** Also handles a form that the server cannot decode, which it does before Spring rejects it. */
  @ExceptionHandler({HttpMediaTypeNotSupportedException.class, InvalidParameterException.class})
  ResponseEntity<ErrorResponse> notJson(Exception e) {
    return new ErrorResponse("unsupported Content-Type: expected application/json")
        .with(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  @ExceptionHandler(SnapshotTooLargeException.class)
  ResponseEntity<ErrorResponse> tooLarge(SnapshotTooLargeException e) {
    return new ErrorResponse(String.valueOf(e.getMessage())).with(HttpStatus.CONTENT_TOO_LARGE);
  }

  @ExceptionHandler({
    ConflictException.class,
    ClockConflictException.class,
    AdvanceCancelledException.class,
    SeedTakenException.class
  })
  ResponseEntity<ErrorResponse> conflict(RuntimeException e) {
    return new ErrorResponse(String.valueOf(e.getMessage())).with(HttpStatus.CONFLICT);
  }

  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<ErrorResponse> failed(RuntimeException e) {
    LOG.error("Control API request failed", e);
    return new ErrorResponse("internal error; see the emulator's log")
        .with(HttpStatus.INTERNAL_SERVER_ERROR);
  }
}
