package io.tatemulator.protocol.journal;

import io.tatemulator.protocol.ActionRegistry;
import io.tatemulator.protocol.AnsweredCall;
import io.tatemulator.protocol.ApiCall;
import io.tatemulator.protocol.CallObserver;
import io.tatemulator.protocol.codec.Masking;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.fault.InjectedFault;
import io.tatemulator.protocol.signature.Authenticator;
import io.tatemulator.protocol.signature.Mismatch;
import io.tatemulator.protocol.signature.SignedText;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.Wire;
import io.tatemulator.support.Resettable;
import io.tatemulator.support.Snapshotable;
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
 * The last calls, bounded in number and in bytes. Calls are kept as they came and only read and
 * made fit to be seen when somebody looks, since most are never looked at, and what has been read
 * may take a hundred times the bytes that came.
 */
@Component
public final class Journal implements CallObserver, Resettable, Snapshotable {
  private record Kept(
      ApiCall call,
      String code,
      String message,
      Duration took,
      InjectedFault fault,
      String invocationId,
      ApiRequest request,
      @Nullable Mismatch mismatch) {
    /** What it takes in memory, roughly: a character is two bytes. */
    long bytes() {
      long characters =
          (long) request.query().length()
              + request.headerOrEmpty("Content-Type").length()
              + call.action().length()
              + call.version().length()
              + call.tenant().region().length()
              + message.length()
              + (mismatch == null ? 0 : mismatch.characters());
      return OVERHEAD + request.body().length + 2 * characters;
    }

    Kept withoutRequest() {
      // Without the parameters nobody could tell what in the signed text is a secret.
      return new Kept(call, code, message, took, fault, invocationId, ApiRequest.EMPTY, null);
    }
  }

  private static final int OVERHEAD = 400;

  /** No request may take more than this part of the room. */
  private static final int MOST_OF_ALL = 4;

  private final Wire wire;
  private final ActionRegistry actions;
  private final Authenticator authenticator;
  private final int mostCalls;
  private final long mostBytes;
  private final Deque<Kept> calls = new ArrayDeque<>();
  private long bytes;

  Journal(
      Wire wire, ActionRegistry actions, Authenticator authenticator, JournalSettings settings) {
    this.wire = wire;
    this.actions = actions;
    this.authenticator = authenticator;
    this.mostCalls = settings.calls();
    this.mostBytes = settings.size().toBytes();
  }

  @Override
  public void answered(AnsweredCall answered) {
    if (mostCalls > 0) {
      keep(kept(answered));
    }
  }

  /**
   * The last calls, the newest first.
   *
   * @param wanted which of them
   * @param limit how many at most
   */
  public List<JournalEntry> last(Predicate<JournalEntry> wanted, int limit) {
    return newestFirst().stream().map(this::entry).filter(wanted).limit(limit).toList();
  }

  private Kept kept(AnsweredCall answered) {
    boolean mismatched = answered.code().equals(ErrorCode.SIGNATURE_FAILURE.code());
    Optional<Mismatch> mismatch =
        mismatched
            ? authenticator.explain(answered.request(), answered.incoming())
            : Optional.empty();
    return new Kept(
        answered.call(),
        answered.code(),
        answered.message(),
        answered.took(),
        answered.fault(),
        answered.invocationId(),
        answered.request().parametersAlone(),
        mismatch.orElse(null));
  }

  private synchronized void keep(Kept whole) {
    // One that is too large alone must not drive out all others, and itself.
    Kept kept = whole.bytes() > mostBytes / MOST_OF_ALL ? whole.withoutRequest() : whole;
    calls.addLast(kept);
    bytes += kept.bytes();
    while (calls.size() > mostCalls || bytes > mostBytes) {
      bytes -= calls.removeFirst().bytes();
    }
  }

  @Override
  public synchronized void reset(@Nullable Tenant tenant) {
    calls.removeIf(kept -> tenant == null || kept.call().tenant().equals(tenant));
    bytes = calls.stream().mapToLong(Kept::bytes).sum();
  }

  @Override
  public void restored() {
    reset(null);
  }

  private synchronized List<Kept> newestFirst() {
    List<Kept> copy = new ArrayList<>(calls.size());
    for (Iterator<Kept> last = calls.descendingIterator(); last.hasNext(); ) {
      copy.add(last.next());
    }
    return copy;
  }

  private JournalEntry entry(Kept kept) {
    ApiCall call = kept.call();
    Optional<Class<? extends Record>> type = actions.requestType(call.action());
    return new JournalEntry(
        call.receivedAt(),
        call.requestId(),
        call.action(),
        call.tenant().account(),
        call.tenant().region(),
        kept.code(),
        kept.message(),
        kept.took().toNanos() / 1e6,
        kept.fault().equals(InjectedFault.NONE) ? null : kept.fault(),
        kept.invocationId(),
        type.map(known -> parameters(kept, known)).orElse(null),
        type.map(known -> signature(kept, known)).orElse(null));
  }

  private @Nullable JsonNode parameters(Kept kept, Class<? extends Record> type) {
    try {
      return Masking.mask(wire.read(kept.request()).readable().as(type), type);
    } catch (ApiException unreadable) {
      return null;
    }
  }

  private JournalEntry.@Nullable Signature signature(Kept kept, Class<? extends Record> type) {
    Mismatch mismatch = kept.mismatch();
    if (mismatch == null) {
      return null;
    }
    Map<String, String> flat = wire.read(kept.request()).flat();
    SignedText ours = mismatch.ours();
    return new JournalEntry.Signature(
        mismatch.secretId(),
        mismatch.claimed(),
        new SignedText(
            Masking.maskSigned(ours.canonicalRequest(), flat, type),
            Masking.maskSigned(ours.stringToSign(), flat, type)));
  }
}
