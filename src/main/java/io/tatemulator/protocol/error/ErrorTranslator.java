package io.tatemulator.protocol.error;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Translates every exception of a request into the error of its response. */
@Component
public final class ErrorTranslator {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorTranslator.class);

  private final ErrorMessages messages = new ErrorMessages();

  /**
   * Returns the error for an exception. An exception that is neither an {@link ApiException} nor
   * injected is a defect of the emulator: it is logged with its stack trace and returned as {@code
   * InternalError} without details.
   *
   * @param failure the exception that ended the request
   * @param listed the codes in the error list of the action; an error whose own code is not among
   *     them gets the closest that is
   * @param language the client's language
   * @param requestId the id that correlates the response with the log
   */
  public ErrorBody translate(
      Exception failure, Set<String> listed, Language language, String requestId) {
    if (failure instanceof ApiException apiException) {
      ErrorCode error = apiException.error();
      return new ErrorBody(
          error.codeIn(listed), messages.format(error, language, apiException.arguments()));
    }
    if (failure instanceof InjectedException injected) {
      return injected.body();
    }
    LOG.error("request {} failed", requestId, failure);
    ErrorCode error = ProtocolError.INTERNAL_ERROR;
    return new ErrorBody(error.code(), messages.format(error, language, List.of()));
  }
}
