package io.tatemulator.execution.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.registration.AgentError;
import io.tatemulator.registration.ManagedMachine;
import io.tatemulator.registration.RegisteredMachines;
import io.tatemulator.support.WallClock;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Authenticates agents by their signatures. A signature covers neither the action nor the body, so
 * it is accepted again only for the same body and for half a minute, as an agent repeats a request
 * to which it got no response.
 */
@Component
final class AgentAuthentication {
  /** Many times what the host can verify while a signature is accepted. */
  private static final long MAX_USED = 1_000_000;

  private static final int MAX_RANDOM_KEY = 64;

  /** An agent repeats a request within half a second, for at most ten seconds each. */
  private static final Duration REPETITION = Duration.ofSeconds(30);

  private static final Pattern VERSION = Pattern.compile("[\\w.+-]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

  /**
   * A use of a signature.
   *
   * @param purpose the digest of the body that it came with
   * @param at when
   */
  private record Use(String purpose, Instant at) {}

  private final RegisteredMachines machines;
  private final WallClock time;
  private final Duration maxClockSkew;

  /** By the digest of each signed text, its first use, as long as the signature is accepted. */
  private final Cache<String, Use> used;

  AgentAuthentication(RegisteredMachines machines, WallClock time, AgentSettings settings) {
    this.machines = machines;
    this.time = time;
    this.maxClockSkew = settings.maxClockSkew();
    this.used =
        Caffeine.newBuilder().expireAfterWrite(maxClockSkew.multipliedBy(2).plusSeconds(1)).build();
  }

  /**
   * Authenticates a request.
   *
   * @param headers returns a header's value by its case-insensitive name; null when it is missing
   * @param body its body
   * @throws ApiException IDENTITY_MISSING, MACHINE_NOT_FOUND or one of the SIGNATURE errors
   */
  ConnectedAgent authenticate(Function<String, @Nullable String> headers, byte[] body) {
    return authenticate(headers, digest(body));
  }

  /** Authenticates a connection, for which an agent never uses a signature again. */
  ConnectedAgent authenticate(Function<String, @Nullable String> headers) {
    return authenticate(headers, UUID.randomUUID().toString());
  }

  private ConnectedAgent authenticate(Function<String, @Nullable String> headers, String purpose) {
    AgentIdentity identity = AgentIdentity.of(headers);
    if (identity.randomKey().length() > MAX_RANDOM_KEY) {
      throw new ApiException(AgentError.SIGNATURE_FAILURE);
    }
    ManagedMachine machine =
        machines
            .find(identity.instanceId())
            .orElseThrow(
                () ->
                    new ApiException(
                        AgentError.MACHINE_NOT_FOUND, "InstanceId", identity.instanceId()));
    if (!isSame(machine.machineId(), identity.machineId())
        || !AgentSignature.matches(machine.publicKey(), identity.signed(), identity.signature())) {
      throw new ApiException(AgentError.SIGNATURE_FAILURE);
    }
    requireRecent(identity.timestamp());
    requireUnused(identity, purpose);
    return new ConnectedAgent(machine.key(), number(headers.apply("Tat-Pid")), version(headers));
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static boolean isSame(String expected, String actual) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), actual.getBytes(UTF_8));
  }

  private void requireRecent(String timestamp) {
    Instant signedAt = Instant.ofEpochSecond(number(timestamp));
    if (Duration.between(signedAt, time.now()).abs().compareTo(maxClockSkew) > 0) {
      throw new ApiException(AgentError.SIGNATURE_EXPIRED, "Timestamp", timestamp);
    }
  }

  private void requireUnused(AgentIdentity identity, String purpose) {
    // An eviction would let a signature be used again.
    if (used.estimatedSize() >= MAX_USED) {
      throw new ApiException(AgentError.TOO_MANY_REQUESTS);
    }
    Use use = new Use(purpose, time.now());
    // Not the random key alone, since its end could be moved to the beginning of the timestamp.
    Use first = used.get(digest(identity.signed()), unknown -> use);
    if (!first.purpose().equals(purpose) || use.at().isAfter(first.at().plus(REPETITION))) {
      throw new ApiException(AgentError.SIGNATURE_USED);
    }
  }

  private static long number(@Nullable String text) {
    return text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
  }

  private static String version(Function<String, @Nullable String> headers) {
    String version = Objects.requireNonNullElse(headers.apply("Tat-Version"), "");
    return VERSION.matcher(version).matches() ? version : "unknown";
  }
}
