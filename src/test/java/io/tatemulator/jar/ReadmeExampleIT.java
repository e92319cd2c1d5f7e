package io.tatemulator.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import io.tatemulator.testing.RunningJar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeExampleIT {
  @TempDir private Path directory;

  @Test
  void theJavaExampleCreatesAnInvoker() throws TencentCloudSDKException {
    try (RunningJar jar = RunningJar.in(directory).with("tat.storage", "memory").ready()) {
      assertThat(ReadmeExample.createInvoker(jar.port())).matches("ivk-[0-9a-z]{8}");
    }
  }
}
