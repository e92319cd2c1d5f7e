package io.tatemulator.control.route;

import io.tatemulator.persistence.DatabaseHealth;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Returns readiness as an HTTP status: 503 until the initial state is stored, and while the
 * database is not writable.
 */
@RestController
final class ReadyRoute {
  /** The response body; only the status matters. */
  record Ready(boolean ready) {}

  private final ApplicationAvailability availability;
  private final DatabaseHealth database;

  ReadyRoute(ApplicationAvailability availability, DatabaseHealth database) {
    this.availability = availability;
    this.database = database;
  }

  @GetMapping("/_tat/ready")
  ResponseEntity<Ready> ready() {
    boolean ready =
        availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
            && database.isWritable();
    return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(new Ready(ready));
  }
}
