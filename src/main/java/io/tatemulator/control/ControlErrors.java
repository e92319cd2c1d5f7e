package io.tatemulator.control;

import io.tatemulator.schedule.TravelRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place that words the control API's errors. */
@RestControllerAdvice(basePackageClasses = ControlErrors.class)
final class ControlErrors {
  /**
   * An error.
   *
   * @param error what is wrong, for a person
   */
  record Told(String error) {}

  @ExceptionHandler(BadRequestException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Told badRequest(BadRequestException e) {
    return new Told(String.valueOf(e.getMessage()));
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Told unreadable() {
    return new Told(
        "the body is not the JSON object that this route takes, with times such as"
            + " 2021-08-31T15:59:00Z and durations such as PT1H");
  }

  @ExceptionHandler(TravelRefusedException.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  Told refused(TravelRefusedException e) {
    return new Told(String.valueOf(e.getMessage()));
  }
}
