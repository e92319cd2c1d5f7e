package example;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tat.v20201028.TatClient;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** An application that has its servers backed up by TAT. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BackupApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(BackupApplication.class, arguments);
  }

  @Bean
  TatClient tatClient(CloudSettings cloud) {
    HttpProfile http = new HttpProfile();
    http.setProtocol(cloud.protocol());
    http.setEndpoint(cloud.endpoint());
    ClientProfile profile = new ClientProfile();
    profile.setHttpProfile(http);
    return new TatClient(
        new Credential(cloud.secretId(), cloud.secretKey()), cloud.region(), profile);
  }
}
