import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.CreateInvokerRequest;
import com.tencentcloudapi.tat.v20201028.models.ScheduleSettings;
import io.tatemulator.junit.TatTenant;

/** The code under test: schedules a command for each midnight in Beijing, with the official SDK. */
final class NightlyJob {
  private final TatClient tat;

  NightlyJob(TatTenant tenant) {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint(tenant.authority());
    ClientProfile profile = new ClientProfile();
    profile.setHttpProfile(http);
    Credential credential = new Credential(tenant.secretId(), tenant.secretKey());
    this.tat = new TatClient(credential, tenant.region(), profile);
  }

  /** Creates the invoker and returns its id; tries again once. */
  String schedule() throws TencentCloudSDKException {
    ScheduleSettings midnight = new ScheduleSettings();
    midnight.setPolicy("RECURRENCE");
    midnight.setRecurrence("0 0 * * *");
    CreateInvokerRequest invoker = new CreateInvokerRequest();
    invoker.setName("nightly");
    invoker.setType("SCHEDULE");
    invoker.setCommandId("cmd-m7uma92n");
    invoker.setInstanceIds(new String[] {"ins-yx05ky8j"});
    invoker.setScheduleSettings(midnight);
    try {
      return tat.CreateInvoker(invoker).getInvokerId();
    } catch (TencentCloudSDKException e) {
      return tat.CreateInvoker(invoker).getInvokerId();
    }
  }
}
