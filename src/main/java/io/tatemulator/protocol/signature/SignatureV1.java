package io.tatemulator.protocol.signature;

import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.CommonParameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signature v1, HmacSHA1 or HmacSHA256 over all parameters, as TencentCloud documents it.
 *
 * @param request the signed request
 * @param common its common parameters
 * @param parameters all its parameters, decoded
 */
record SignatureV1(ApiRequest request, CommonParameters common, Map<String, String> parameters)
    implements RequestSignature {
  @Override
  public String secretId() {
    return common.get("SecretId");
  }

  @Override
  public String signature() {
    // The Ruby SDK appends a line feed to the encoded signature.
    return common.get("Signature").strip();
  }

  @Override
  public Stream<SigningInput> candidates() {
    return HostNames.candidates(request.headerOrEmpty("Host")).stream()
        .map(host -> new SigningInput("", stringToSign(host)));
  }

  @Override
  public Function<SigningInput, String> signer(String secretKey, DerivedKeys keys) {
    String method = common.get("SignatureMethod");
    String algorithm = method.equals(Hmac.SHA256) ? method : "HmacSHA1";
    byte[] key = secretKey.getBytes(StandardCharsets.UTF_8);
    return text -> Base64.getEncoder().encodeToString(Hmac.of(algorithm, key, text.stringToSign()));
  }

  private String stringToSign(String host) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals("Signature"))
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&", request.method() + host + "/?", ""));
  }
}
