package io.tatemulator.protocol.journal;

import io.tatemulator.protocol.ActionRegistry;
import io.tatemulator.protocol.CompletedRequest;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.RequestObserver;
import io.tatemulator.protocol.codec.Masking;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.signature.Authenticator;
import io.tatemulator.protocol.signature.SignatureMismatch;
import io.tatemulator.protocol.signature.SigningInput;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.RequestParser;
import io.tatemulator.support.StatefulComponent;
import io.tatemulator.support.Tenant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The last requests, bounded in number and in bytes. Requests are stored as received and parsed and
 * masked only on access, since most are never accessed and a parsed request may take a hundred
 * times the bytes received.
 */
@Component
public final class Journal implements RequestObserver, StatefulComponent {
  private record StoredRequest(
      RequestContext context,
      String code,
      String message,
      Duration took,
      InjectedFault fault,
      String resourceId,
      ApiRequest request,
      @Nullable SignatureMismatch mismatch) {
    /** Returns the approximate size in memory: a character takes two bytes. */
    long bytes() {
      long characters =
          (long) request.query().length()
              + request.headerOrEmpty("Content-Type").length()
              + context.action().length()
              + context.version().length()
              + context.tenant().region().length()
              + message.length()
              + (mismatch == null ? 0 : mismatch.characters());
      return OVERHEAD + request.body().length + 2 * characters;
    }

    StoredRequest withoutRequest() {
      // Without the parameters, secrets in the signed text cannot be recognized.
      return new StoredRequest(
          context, code, message, took, fault, resourceId, ApiRequest.EMPTY, null);
    }
  }

  private static final int OVERHEAD = 400;

  /** A request may take at most the maximum size divided by this. */
  private static final int SIZE_DIVISOR = 4;

  private final RequestParser parser;
  private final ActionRegistry actions;
  private final Authenticator authenticator;
  private final int maxRequests;
  private final long maxBytes;
  private final Deque<StoredRequest> requests = new ArrayDeque<>();
  private long bytes;

  Journal(
      RequestParser parser,
      ActionRegistry actions,
      Authenticator authenticator,
      JournalSettings settings) {
    this.parser = parser;
    this.actions = actions;
    this.authenticator = authenticator;
    this.maxRequests = settings.maxRequests();
    this.maxBytes = settings.maxSize().toBytes();
  }

  @Override
  public void onCompleted(CompletedRequest completed) {
    if (maxRequests > 0) {
      add(toStoredRequest(completed));
    }
  }

  /**
   * Returns the last requests that match, the newest first.
   *
   * @param filter the condition on the requests
   * @param limit the maximum number of requests
   */
  public List<JournalEntry> last(Predicate<JournalEntry> filter, int limit) {
    return newestFirst().stream().map(this::toEntry).filter(filter).limit(limit).toList();
  }

  private StoredRequest toStoredRequest(CompletedRequest completed) {
    boolean mismatched = completed.code().equals(ProtocolError.SIGNATURE_FAILURE.code());
    Optional<SignatureMismatch> mismatch =
        mismatched
            ? authenticator.explain(completed.request(), completed.parsed())
            : Optional.empty();
    return new StoredRequest(
        completed.context(),
        completed.code(),
        completed.message(),
        completed.took(),
        completed.fault(),
        completed.resourceId(),
        completed.request().withoutSecrets(),
        mismatch.orElse(null));
  }

  private synchronized void add(StoredRequest request) {
    // A single large request must not evict all others and itself.
    StoredRequest stored =
        request.bytes() > maxBytes / SIZE_DIVISOR ? request.withoutRequest() : request;
    requests.addLast(stored);
    bytes += stored.bytes();
    while (requests.size() > maxRequests || bytes > maxBytes) {
      bytes -= requests.removeFirst().bytes();
    }
  }

  @Override
  public synchronized void reset(@Nullable Tenant tenant) {
    requests.removeIf(stored -> tenant == null || stored.context().tenant().equals(tenant));
    bytes = requests.stream().mapToLong(StoredRequest::bytes).sum();
  }

  @Override
  public void reload() {
    reset(null);
  }

  @Override
  public void refresh() {
    // It is of this node alone.
  }

  private synchronized List<StoredRequest> newestFirst() {
    List<StoredRequest> copy = new ArrayList<>(requests.size());
    for (Iterator<StoredRequest> last = requests.descendingIterator(); last.hasNext(); ) {
      copy.add(last.next());
    }
    return copy;
  }

  private JournalEntry toEntry(StoredRequest stored) {
    RequestContext context = stored.context();
    Optional<Class<? extends Record>> type =
        actions.requestType(context.version(), context.action());
    return new JournalEntry(
        context.receivedAt(),
        context.requestId(),
        context.action(),
        context.tenant().account(),
        context.tenant().region(),
        stored.code(),
        stored.message(),
        stored.took().toNanos() / 1e6,
        stored.fault().equals(InjectedFault.NONE) ? null : stored.fault(),
        stored.resourceId(),
        type.map(recordType -> parameters(stored, recordType)).orElse(null),
        type.map(recordType -> signature(stored, recordType)).orElse(null));
  }

  private @Nullable JsonNode parameters(StoredRequest stored, Class<? extends Record> type) {
    try {
      return Masking.mask(parser.parse(stored.request()).parametersOrThrow().as(type), type);
    } catch (ApiException unreadable) {
      return null;
    }
  }

  private JournalEntry.@Nullable Signature signature(
      StoredRequest stored, Class<? extends Record> type) {
    SignatureMismatch mismatch = stored.mismatch();
    if (mismatch == null) {
      return null;
    }
    Map<String, String> flat = parser.parse(stored.request()).flat();
    SigningInput signed = mismatch.signed();
    return new JournalEntry.Signature(
        mismatch.secretId(),
        mismatch.actual(),
        signed == null ? null : masked(signed, flat, type),
        masked(mismatch.expected(), flat, type));
  }

  private static SigningInput masked(
      SigningInput input, Map<String, String> flat, Class<? extends Record> type) {
    return new SigningInput(
        Masking.maskSigned(input.canonicalRequest(), flat, type),
        Masking.maskSigned(input.stringToSign(), flat, type));
  }
}
