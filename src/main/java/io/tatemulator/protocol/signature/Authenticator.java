package io.tatemulator.protocol.signature;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.protocol.http.CrossOriginRequests;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.CommonParameters;
import io.tatemulator.protocol.wire.ParsedRequest;
import io.tatemulator.support.Excerpt;
import io.tatemulator.support.Tenant;
import io.tatemulator.support.WallClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Authenticates requests. */
@Component
public final class Authenticator {
  private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
  private static final Pattern NONCE = Pattern.compile("\\d{1,20}");
  private static final int MAX_LOGGED = 64;

  /** The Authorization header of SDKs that are configured not to sign. */
  private static final String SKIP = "SKIP";

  private final AccessSettings settings;
  private final KeyPairs keys;
  private final WallClock time;
  private final Clock clock;
  private final DerivedKeys derived = new DerivedKeys();
  private final AtomicBoolean logged = new AtomicBoolean();

  Authenticator(AccessSettings settings, KeyPairs keys, WallClock time, Clock clock) {
    this.settings = settings;
    this.keys = keys;
    this.time = time;
    this.clock = clock;
  }

  /**
   * Returns the account of a request.
   *
   * @throws ApiException MissingParameter, or the AuthFailure of the cloud
   */
  public String authenticate(ApiRequest request, ParsedRequest parsed) {
    Optional<RequestSignature> parsedSignature = parseSignature(request, parsed);
    if (parsedSignature.isEmpty()) {
      if (!settings.allowsUnsigned()) {
        throw new ApiException(ProtocolError.MISSING_PARAMETER, "Authorization");
      }
      rejectForeignPages(request);
      return Tenant.DEFAULT.account();
    }
    RequestSignature signature = parsedSignature.get();
    Optional<AccessSettings.Key> key = keys.find(signature.secretId());
    if (key.isEmpty() && settings.allowsUnknownSecretIds()) {
      rejectForeignPages(request);
      logOnce(signature.secretId());
    } else {
      Instant signedAt = timestamp(parsed.common());
      checkScope(signature, signedAt);
      check(
          signature,
          key.orElseThrow(() -> new ApiException(ProtocolError.SECRET_ID_NOT_FOUND)),
          parsed.common().get("Token"));
    }
    return keys.accountOf(signature.secretId());
  }

  /** Without a verified signature, any page that a developer opens could change the emulator. */
  private static void rejectForeignPages(ApiRequest request) {
    if (CrossOriginRequests.isCrossOrigin(request::header)) {
      throw new ApiException(ProtocolError.FOREIGN_ORIGIN);
    }
  }

  /** Returns the account of a SecretId. */
  public String accountOf(String secretId) {
    return keys.accountOf(secretId);
  }

  /** Returns the expected signing input and the request's signature; empty when it has none. */
  public Optional<SignatureMismatch> explain(ApiRequest request, ParsedRequest parsed) {
    try {
      return parseSignature(request, parsed)
          .flatMap(
              signature ->
                  signature
                      .candidates()
                      .findFirst()
                      .map(
                          text ->
                              new SignatureMismatch(
                                  signature.secretId(),
                                  text,
                                  signedByMistake(signature),
                                  signature.signature())));
    } catch (ApiException e) {
      return Optional.empty();
    }
  }

  /** Returns the input with a usual mistake of which a signature is; null for none. */
  private @Nullable SigningInput signedByMistake(RequestSignature signature) {
    Function<SigningInput, String> signer =
        keys.find(signature.secretId())
            .map(key -> signature.signer(key.secretKey(), derived))
            .orElse(input -> "");
    return signature
        .mistakes()
        .filter(input -> Hmac.constantTimeEquals(signer.apply(input), signature.signature()))
        .findFirst()
        .orElse(null);
  }

  private static Optional<RequestSignature> parseSignature(
      ApiRequest request, ParsedRequest parsed) {
    CommonParameters common = parsed.common();
    if (common.inHeaders()) {
      String header = request.headerOrEmpty("Authorization");
      return header.isEmpty() || header.equals(SKIP)
          ? Optional.empty()
          : Optional.of(
              new SignatureV3(request, Authorization.parse(header), common.get("Timestamp")));
    }
    if (common.get("SecretId").isEmpty() && common.get("Signature").isEmpty()) {
      return Optional.empty();
    }
    for (String name : List.of("SecretId", "Signature", "Timestamp", "Nonce")) {
      if (common.get(name).isEmpty()) {
        throw new ApiException(ProtocolError.MISSING_PARAMETER, name);
      }
    }
    if (!NONCE.matcher(common.get("Nonce")).matches()) {
      throw new ApiException(ProtocolError.NONCE_TYPE, "Nonce");
    }
    return Optional.of(new SignatureV1(request, common, parsed.flat()));
  }

  private Instant timestamp(CommonParameters common) {
    String text = common.get("Timestamp");
    if (text.isEmpty()) {
      throw new ApiException(ProtocolError.MISSING_PARAMETER, "Timestamp");
    }
    if (!SECONDS.matcher(text).matches()) {
      throw new ApiException(ProtocolError.PARAMETER_TYPE, "Timestamp");
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(text));
    Duration apart = Duration.between(signedAt, time.now().truncatedTo(ChronoUnit.SECONDS)).abs();
    if (apart.compareTo(TOLERANCE) > 0) {
      throw new ApiException(ProtocolError.SIGNATURE_EXPIRED);
    }
    return signedAt;
  }

  private void checkScope(RequestSignature signature, Instant signedAt) {
    if (signature instanceof SignatureV3 v3) {
      String service = settings.scopeService();
      if (service != null && !service.equals(v3.authorization().service())) {
        throw new ApiException(ProtocolError.INVALID_AUTHORIZATION, "`Service` in Credential");
      }
      String day = LocalDate.ofInstant(signedAt, ZoneOffset.UTC).toString();
      if (!v3.authorization().date().equals(day)) {
        throw new ApiException(ProtocolError.SIGNATURE_FAILURE);
      }
    }
  }

  private void check(RequestSignature signature, AccessSettings.Key key, String token) {
    Function<SigningInput, String> signer = signature.signer(key.secretKey(), derived);
    if (signature
        .candidates()
        .map(signer)
        .noneMatch(expected -> Hmac.constantTimeEquals(expected, signature.signature()))) {
      throw new ApiException(ProtocolError.SIGNATURE_FAILURE);
    }
    boolean expired = key.expires() != null && !clock.instant().isBefore(key.expires());
    String expectedToken = key.token() == null ? "" : key.token();
    if (expired || !Hmac.constantTimeEquals(expectedToken, token)) {
      throw new ApiException(ProtocolError.TOKEN_FAILURE);
    }
  }

  private void logOnce(String secretId) {
    if (logged.compareAndSet(false, true)) {
      LOG.info(
          "accepting requests of the undeclared SecretId {} without verifying their signature;"
              + " --tat.allow-unknown-secret-ids=false rejects them, and tat.credentials declares"
              + " key pairs",
          quoted(secretId));
    }
  }

  private static String quoted(String secretId) {
    return Excerpt.of(secretId.replaceAll("\\p{Cntrl}", "?"), MAX_LOGGED);
  }
}
