package io.tatemulator.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.CommonParameters;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that are published, or that the SDKs make of known input. */
class SignatureVectorsTest {
  private static final String KEY = "SKEXAMPLE0123456789";
  private static final String DOCUMENTED_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
  private static final String TAT = "tat.tencentcloudapi.com";
  private static final String BODY = "{\"InvokerIds\":[\"ivk-b7s3qa5l\"],\"Offset\":0,\"Limit\":2}";
  private static final String QUERY = "InvokerIds.0=ivk-b7s3qa5l&Limit=2&Offset=0";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static ApiRequest request(
      String method, String query, String body, Map<String, String> headers) {
    Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    found.putAll(headers);
    return new ApiRequest(method, query, found::get, body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> signatures(RequestSignature signature, String key) {
    return signature.candidates().map(signature.signer(key, new DerivedKeys())).toList();
  }

  private static SignatureV3 v3(
      ApiRequest request, String scope, String signedHeaders, String timestamp) {
    String header =
        "TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/%s/tc3_request, SignedHeaders=%s, Signature=00"
            .formatted(scope, signedHeaders);
    return new SignatureV3(request, Authorization.parse(header), timestamp);
  }

  @ParameterizedTest
  @CsvSource({
    "content-type;host, 72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
    "content-type;host;x-tc-action, 644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26"
  })
  void holdsForTheDocumentedExample(String signedHeaders, String signature) {
    String body =
        "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";
    ApiRequest request =
        request(
            "POST",
            "",
            body,
            Map.of(
                "Host", "cvm.tencentcloudapi.com",
                "Content-Type", "application/json; charset=utf-8",
                "X-TC-Action", "DescribeInstances"));

    SignatureV3 actual = v3(request, "2019-02-25/cvm", signedHeaders, "1551113065");

    assertThat(signatures(actual, DOCUMENTED_KEY).get(0)).isEqualTo(signature);
  }

  @ParameterizedTest
  @CsvSource({
    "tat, tat.tencentcloudapi.com, application/json,"
        + " 96e171f41f06af35863304517efd851f07fac2189ec6588696e7b15c66cbc5e4",
    "tat, localhost:8080, application/json,"
        + " 417630904fcda839b4e357e1846814677ecb0498f4b835044f6128b8eb8999f4",
    "tat, http://localhost:8080, application/json,"
        + " 417630904fcda839b4e357e1846814677ecb0498f4b835044f6128b8eb8999f4",
    "localhost:8080, localhost:8080, application/json,"
        + " b74948d5abce5444c1ffc6a6ceb1a1a9e6d9b6b09a8166d496d8a0b415f515a9",
    "localhost:8080, localhost:8080, application/json; charset=utf-8,"
        + " badbe0bac2c0b00a43dfedd3f4a65e748396c1b02670c59c5967514feff519fa"
  })
  void holdsForWhatTheSdksPost(String service, String host, String type, String signature) {
    ApiRequest request = request("POST", "", BODY, Map.of("Host", host, "Content-Type", type));

    SignatureV3 actual = v3(request, "2023-11-14/" + service, "content-type;host", "1700000000");

    assertThat(signatures(actual, KEY)).contains(signature);
  }

  @Test
  void holdsForAQueryAndForAnUnsignedPayload() {
    Map<String, String> headers = new LinkedHashMap<>(Map.of("Host", TAT, "Content-Type", FORM));
    ApiRequest get = request("GET", QUERY, "", headers);
    headers.put("Content-Type", "application/json");
    headers.put("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD");
    ApiRequest unsigned = request("POST", "", BODY, headers);

    assertThat(signatures(v3(get, "2023-11-14/tat", "content-type;host", "1700000000"), KEY))
        .contains("fba47ce87d4add9ba5a4d9acb77bca2feaa6c7f4e3f8ff00feebc063ee1e7374");
    assertThat(signatures(v3(unsigned, "2023-11-14/tat", "content-type;host", "1700000000"), KEY))
        .contains("3ee6d3029ce52ca07ca8822865c43ab11bd2210777f56d7f6d8152fd3d778fdc");
  }

  private static List<String> v1(String method, String signatureMethod) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Stream.of(
            "Action=DescribeInvokerRecords&Version=2020-10-28&Region=ap-guangzhou&Nonce=11886"
                + "&SecretId=AKIDEXAMPLE&Timestamp=1700000000&Signature=any",
            QUERY,
            "SignatureMethod=" + signatureMethod)
        .flatMap(text -> Stream.of(text.split("&", -1)))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> parameters.put(pair[0], pair[1]));
    SignatureV1 signature =
        new SignatureV1(
            request(method, "", "", Map.of("Host", TAT)),
            new CommonParameters(false, parameters),
            parameters);
    return signatures(signature, KEY);
  }

  @Test
  void holdsForVersionOne() {
    assertThat(v1("GET", "HmacSHA256")).contains("gcdMtCZWa6RwvlQLKw4OO3qdwtxBehqB2uybgTmbwTQ=");
    assertThat(v1("POST", "HmacSHA256")).contains("1NIl76ygV7YJeXlUJYy0gEjwfg3qK+QwUvWxTt3j3co=");
    assertThat(v1("GET", "HmacSHA1")).contains("rzJ7xWy5Z48Y6xaAbiVfxCouw/Y=");
  }
}
