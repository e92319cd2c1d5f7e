package io.tatemulator.control;

import io.tatemulator.schedule.TravelCancelledException;
import io.tatemulator.schedule.TravelRefusedException;
import io.tatemulator.storage.SeedTakenException;
import io.tatemulator.support.JsonPaths;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place that words the control API's errors. */
@RestControllerAdvice(basePackageClasses = ControlErrors.class)
final class ControlErrors {
  private static final String FORMS =
      "times are such as 2021-08-31T15:59:00Z and durations such as PT1H";

  /**
   * An error.
   *
   * @param error what is wrong, for a person
   */
  record Told(String error) {}

  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Told badRequest(IllegalArgumentException e) {
    return new Told(String.valueOf(e.getMessage()));
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Told unreadable(HttpMessageNotReadableException e) {
    Throwable root = e.getMostSpecificCause();
    if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
      return new Told("there is no member " + JsonPaths.of(unknown) + " here");
    }
    if (root instanceof IllegalArgumentException && root.getMessage() != null) {
      return new Told(root.getMessage());
    }
    return e.getCause() instanceof DatabindException misfit && !misfit.getPath().isEmpty()
        ? new Told("the member " + JsonPaths.of(misfit) + " cannot be that; " + FORMS)
        : new Told("the body is not the JSON object that this route takes; " + FORMS);
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Told mistyped(MethodArgumentTypeMismatchException e) {
    return new Told(e.getName() + " cannot be that");
  }

  @ExceptionHandler(MissingServletRequestParameterException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Told missing(MissingServletRequestParameterException e) {
    return new Told("the query has no " + e.getParameterName());
  }

  @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
  @ResponseStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
  Told notJson(HttpMediaTypeNotSupportedException e) {
    return new Told("the body is JSON, and Content-Type says so: application/json");
  }

  @ExceptionHandler({
    RefusedException.class,
    TravelRefusedException.class,
    TravelCancelledException.class,
    SeedTakenException.class
  })
  @ResponseStatus(HttpStatus.CONFLICT)
  Told refused(RuntimeException e) {
    return new Told(String.valueOf(e.getMessage()));
  }
}
