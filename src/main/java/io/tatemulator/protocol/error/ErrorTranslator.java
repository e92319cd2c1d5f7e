package io.tatemulator.protocol.error;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one place where something thrown becomes what the caller sees. */
@Component
public final class ErrorTranslator {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorTranslator.class);

  private final ErrorTexts texts = new ErrorTexts();

  /**
   * Words a failure for the caller. Whatever is not an {@link ApiException} is our own fault: it is
   * logged whole and shown as {@code InternalError} without a detail.
   *
   * @param failure what ended the request
   * @param listed the codes in the error list of the action; an error whose own code is not among
   *     them has the closest that is
   * @param language the caller's language
   * @param requestId joins the answer to the log
   */
  public ErrorBody translate(
      Exception failure, Set<String> listed, Language language, String requestId) {
    if (failure instanceof ApiException refusal) {
      ErrorCode error = refusal.error();
      return new ErrorBody(
          error.codeAmong(listed), texts.format(error, language, refusal.arguments()));
    }
    if (failure instanceof InjectedException injected) {
      return injected.body();
    }
    LOG.error("request {} failed", requestId, failure);
    ErrorCode error = ErrorCode.INTERNAL_ERROR;
    return new ErrorBody(error.code(), texts.format(error, language, List.of()));
  }
}
