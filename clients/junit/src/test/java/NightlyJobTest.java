import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import com.tencentcloudapi.tat.v20201028.models.CreateInvokerRequest;
import com.tencentcloudapi.tat.v20201028.models.DescribeInvokerRecordsRequest;
import com.tencentcloudapi.tat.v20201028.models.InvokerRecord;
import com.tencentcloudapi.tat.v20201028.models.ScheduleSettings;
import io.tatemulator.client.ControlClient;
import io.tatemulator.junit.TatTenant;
import io.tatemulator.junit.TatTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A job that runs each night in Beijing, looked at for a week. */
@TatTest(own = true)
class NightlyJobTest {
  @Test
  void runsEachNight(TatTenant tat, ControlClient control) throws Exception {
    control.freeze(Instant.parse("2021-08-31T15:59:00Z"));
    TatClient client = client(tat);
    CreateInvokerRequest invoker = new CreateInvokerRequest();
    invoker.setName("nightly");
    invoker.setType("SCHEDULE");
    invoker.setCommandId("cmd-m7uma92n");
    invoker.setInstanceIds(new String[] {"ins-yx05ky8j"});
    ScheduleSettings schedule = new ScheduleSettings();
    schedule.setPolicy("RECURRENCE");
    schedule.setRecurrence("0 0 * * *");
    invoker.setScheduleSettings(schedule);
    client.CreateInvoker(invoker);

    assertEquals(7, control.advance(Duration.ofDays(7)).fired());

    InvokerRecord[] records =
        client.DescribeInvokerRecords(new DescribeInvokerRecordsRequest()).getInvokerRecordSet();
    assertEquals(7, records.length);
    assertEquals("2021-09-06T16:00:00Z", records[0].getInvokeTime());
    assertEquals("SUCCESS", records[0].getResult());
  }

  private static TatClient client(TatTenant tat) {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint(tat.authority());
    ClientProfile profile = new ClientProfile();
    profile.setHttpProfile(http);
    return new TatClient(
        new Credential(tat.secretId(), tat.secretKey()), tat.region(), profile);
  }
}
