package io.tatemulator.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvokersRequest;
import io.tatemulator.testing.AcceptanceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Clients that take the emulator for their HTTP proxy name the cloud's host in the request line.
 */
class AsProxyTest extends AcceptanceTest {
  private static DescribeInvokersRequest request() {
    DescribeInvokersRequest request = new DescribeInvokersRequest();
    request.setLimit(1L);
    return request;
  }

  private TatClient client(String secretKey, String method, String signature) {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setProxyHost("127.0.0.1");
    http.setProxyPort(port);
    http.setReqMethod(method);
    ClientProfile profile = new ClientProfile(signature, http);
    return new TatClient(new Credential("AKIDEMULATOREXAMPLE", secretKey), "ap-guangzhou", profile);
  }

  @ParameterizedTest
  @CsvSource({"POST, TC3-HMAC-SHA256", "GET, TC3-HMAC-SHA256", "POST, HmacSHA1", "GET, HmacSHA256"})
  void answersForTheCloudsHostAndVerifiesSignatures(String method, String signature)
      throws TencentCloudSDKException {
    assertThat(
            client("emulator-secret-key", method, signature)
                .DescribeInvokers(request())
                .getRequestId())
        .isNotEmpty();
    assertThatThrownBy(() -> client("wrong-key", method, signature).DescribeInvokers(request()))
        .isInstanceOfSatisfying(
            TencentCloudSDKException.class,
            e -> assertThat(e.getErrorCode()).isEqualTo("AuthFailure.SignatureFailure"));
  }
}
