package io.tatemulator.jar;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.CreateInvokerRequest;
import com.tencentcloudapi.tat.v20201028.models.ScheduleSettings;
import java.time.Instant;

/**
 * The Java example of docs/clients.md. ReadmeTest holds the page against this text, and
 * OfficialSdkIT runs it.
 */
final class SdkExample {
  private SdkExample() {}

  static String createInvoker(int port) throws TencentCloudSDKException {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint("127.0.0.1:" + port);
    ClientProfile profile = new ClientProfile();
    profile.setHttpProfile(http);
    TatClient tat = new TatClient(new Credential("any-id", "any-key"), "ap-guangzhou", profile);

    CreateInvokerRequest request = new CreateInvokerRequest();
    request.setName("in-two-seconds");
    request.setType("SCHEDULE");
    request.setCommandId("cmd-m7uma92n");
    request.setInstanceIds(new String[] {"ins-yx05ky8j"});
    ScheduleSettings settings = new ScheduleSettings();
    settings.setPolicy("ONCE");
    settings.setInvokeTime(Instant.now().plusSeconds(2).toString());
    request.setScheduleSettings(settings);
    String invokerId = tat.CreateInvoker(request).getInvokerId();

    return invokerId;
  }
}
