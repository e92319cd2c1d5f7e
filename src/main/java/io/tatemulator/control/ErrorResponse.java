package io.tatemulator.control;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The body of every error.
 *
 * @param error a message for humans
 */
public record ErrorResponse(String error) {
  /** Returns the response with a status; its body is JSON, whatever the client accepts. */
  public ResponseEntity<ErrorResponse> with(HttpStatus status) {
    return with(status, HttpHeaders.EMPTY);
  }

  /** Returns the response with a status and more headers. */
  public ResponseEntity<ErrorResponse> with(HttpStatus status, HttpHeaders headers) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_JSON)
        .body(this);
  }
}
