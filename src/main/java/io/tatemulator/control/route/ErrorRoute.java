package io.tatemulator.control.route;

import io.tatemulator.control.ErrorResponse;
import io.tatemulator.control.PathErrors;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Returns the body of errors that the server itself raises, which it dispatches to this path. For
 * clients, this path does not exist.
 */
@RestController
final class ErrorRoute implements ErrorController {
  @RequestMapping("/error")
  ResponseEntity<ErrorResponse> error(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      return PathErrors.noRouteFor(request.getRequestURI());
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus resolved = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    HttpStatus status = resolved == null ? HttpStatus.INTERNAL_SERVER_ERROR : resolved;
    return new ErrorResponse(status.getReasonPhrase()).with(status);
  }
}
