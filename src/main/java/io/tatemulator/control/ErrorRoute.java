package io.tatemulator.control;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives the body of errors that the server itself raises, for which it comes here. For clients
 * there is nothing at this path.
 */
@RestController
final class ErrorRoute implements ErrorController {
  @RequestMapping("/error")
  ResponseEntity<Told> error(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      return PathErrors.nothingAt(request.getRequestURI());
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    return new Told(status.getReasonPhrase()).with(status);
  }
}
