package io.tatemulator.protocol.signature;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.protocol.http.WebPages;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.CommonParameters;
import io.tatemulator.protocol.wire.Incoming;
import io.tatemulator.support.Excerpt;
import io.tatemulator.support.HostTime;
import io.tatemulator.support.Tenant;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out who calls, and whether it is true. */
@Component
public final class Authenticator {
  private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
  private static final Pattern NONCE = Pattern.compile("\\d{1,20}");
  private static final int MAX_LOGGED = 64;

  /** What SDKs send for Authorization when they are told not to sign. */
  private static final String SKIP = "SKIP";

  private final AccessSettings settings;
  private final KeyPairs keys;
  private final HostTime time;
  private final Clock clock;
  private final DerivedKeys derived = new DerivedKeys();
  private final AtomicBoolean told = new AtomicBoolean();

  Authenticator(AccessSettings settings, KeyPairs keys, HostTime time, Clock clock) {
    this.settings = settings;
    this.keys = keys;
    this.time = time;
    this.clock = clock;
  }

  /**
   * The account whose request it is.
   *
   * @throws ApiException MissingParameter, or the AuthFailure that the cloud gives
   */
  public String authenticate(ApiRequest request, Incoming incoming) {
    Optional<Claim> claimed = claim(request, incoming);
    if (claimed.isEmpty()) {
      if (!settings.servesUnsigned()) {
        throw new ApiException(ErrorCode.MISSING_PARAMETER, "Authorization");
      }
      refuseOtherPages(request);
      return Tenant.DEFAULT.account();
    }
    Claim claim = claimed.get();
    Optional<AccessSettings.Key> key = keys.find(claim.secretId());
    if (key.isEmpty() && settings.servesUnknownSecretIds()) {
      refuseOtherPages(request);
      tellOnce(claim.secretId());
    } else {
      Instant signedAt = timestamp(incoming.common());
      checkScope(claim, signedAt);
      check(
          claim,
          key.orElseThrow(() -> new ApiException(ErrorCode.SECRET_ID_NOT_FOUND)),
          incoming.common().get("Token"));
    }
    return keys.accountOf(claim.secretId());
  }

  /** Without a verified signature, any page that a developer opens could change the emulator. */
  private static void refuseOtherPages(ApiRequest request) {
    if (WebPages.isForeign(request::header)) {
      throw new ApiException(ErrorCode.FOREIGN_ORIGIN);
    }
  }

  /** What we would have signed, beside what the request claims; empty when it claims nothing. */
  public Optional<Mismatch> explain(ApiRequest request, Incoming incoming) {
    try {
      return claim(request, incoming)
          .flatMap(
              claim ->
                  claim
                      .candidates()
                      .findFirst()
                      .map(text -> new Mismatch(claim.secretId(), text, claim.signature())));
    } catch (ApiException e) {
      return Optional.empty();
    }
  }

  private static Optional<Claim> claim(ApiRequest request, Incoming incoming) {
    CommonParameters common = incoming.common();
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
        throw new ApiException(ErrorCode.MISSING_PARAMETER, name);
      }
    }
    if (!NONCE.matcher(common.get("Nonce")).matches()) {
      throw new ApiException(ErrorCode.NONCE_TYPE, "Nonce");
    }
    return Optional.of(new SignatureV1(request, common, incoming.flat()));
  }

  private Instant timestamp(CommonParameters common) {
    String text = common.get("Timestamp");
    if (text.isEmpty()) {
      throw new ApiException(ErrorCode.MISSING_PARAMETER, "Timestamp");
    }
    if (!SECONDS.matcher(text).matches()) {
      throw new ApiException(ErrorCode.PARAMETER_TYPE, "Timestamp");
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(text));
    Duration apart = Duration.between(signedAt, time.now().truncatedTo(ChronoUnit.SECONDS)).abs();
    if (apart.compareTo(TOLERANCE) > 0) {
      throw new ApiException(ErrorCode.SIGNATURE_EXPIRED);
    }
    return signedAt;
  }

  private void checkScope(Claim claim, Instant signedAt) {
    if (claim instanceof SignatureV3 v3) {
      String wanted = settings.scopeService();
      if (wanted != null && !wanted.equals(v3.authorization().service())) {
        throw new ApiException(ErrorCode.INVALID_AUTHORIZATION, "`Service` in Credential");
      }
      String day = LocalDate.ofInstant(signedAt, ZoneOffset.UTC).toString();
      if (!v3.authorization().date().equals(day)) {
        throw new ApiException(ErrorCode.SIGNATURE_FAILURE);
      }
    }
  }

  private void check(Claim claim, AccessSettings.Key key, String token) {
    Function<SignedText, String> signer = claim.signer(key.secretKey(), derived);
    if (claim.candidates().map(signer).noneMatch(ours -> Hmac.equal(ours, claim.signature()))) {
      throw new ApiException(ErrorCode.SIGNATURE_FAILURE);
    }
    boolean expired = key.expires() != null && !clock.instant().isBefore(key.expires());
    String wanted = key.token() == null ? "" : key.token();
    if (expired || !Hmac.equal(wanted, token)) {
      throw new ApiException(ErrorCode.TOKEN_FAILURE);
    }
  }

  private void tellOnce(String secretId) {
    if (told.compareAndSet(false, true)) {
      LOG.info(
          "requests of the SecretId {} are served without a look at their signature, since nobody declared it;"
              + " --tat.unknown-secret-ids=false refuses them, and tat.credentials declares key pairs",
          quoted(secretId));
    }
  }

  private static String quoted(String secretId) {
    return Excerpt.of(secretId.replaceAll("\\p{Cntrl}", "?"), MAX_LOGGED);
  }
}
