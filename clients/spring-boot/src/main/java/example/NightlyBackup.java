package example;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.CreateInvokerRequest;
import com.tencentcloudapi.tat.v20201028.models.ScheduleSettings;
import org.springframework.stereotype.Service;

/** Runs a command on servers at each midnight in Beijing. */
@Service
public class NightlyBackup {
  private final TatClient tat;

  NightlyBackup(TatClient tat) {
    this.tat = tat;
  }

  /** Creates the invoker and returns its id. */
  public String schedule(String commandId, String... instanceIds) throws TencentCloudSDKException {
    ScheduleSettings midnight = new ScheduleSettings();
    midnight.setPolicy("RECURRENCE");
    midnight.setRecurrence("0 0 * * *");
    CreateInvokerRequest invoker = new CreateInvokerRequest();
    invoker.setName("nightly-backup");
    invoker.setType("SCHEDULE");
    invoker.setCommandId(commandId);
    invoker.setInstanceIds(instanceIds);
    invoker.setScheduleSettings(midnight);
    return tat.CreateInvoker(invoker).getInvokerId();
  }
}
