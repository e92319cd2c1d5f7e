package io.tatemulator.protocol;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as the pipeline needs it, free of the servlet API.
 *
 * @param method the HTTP method
 * @param header finds a header's value by its case-insensitive name; null when it was not sent
 * @param body the bytes received, at most one more than {@link ApiPipeline#MAX_BODY_BYTES}
 */
// Handed on once and never compared, so an array is as good as a copy.
@SuppressWarnings("ArrayRecordComponent")
record ApiRequest(String method, Function<String, @Nullable String> header, byte[] body) {
  @Nullable String header(String name) {
    return header.apply(name);
  }
}
