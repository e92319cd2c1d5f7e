package io.tatemulator.control;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The body of every error.
 *
 * @param error what is wrong, for a person
 */
record Told(String error) {
  /** Returns the response with a status; its body is JSON, whatever the client accepts. */
  ResponseEntity<Told> with(HttpStatus status) {
    return with(status, HttpHeaders.EMPTY);
  }

  /** Returns the response with a status and more headers. */
  ResponseEntity<Told> with(HttpStatus status, HttpHeaders headers) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_JSON)
        .body(this);
  }
}
