package io.tatemulator.control.route;

import io.tatemulator.persistence.StorageSettings;
import io.tatemulator.support.EnumNames;
import io.tatemulator.tat.TatService;
import io.tatemulator.time.Crontab;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns information about the running emulator. */
@RestController
final class InfoRoute {
  /**
   * Information about the running emulator.
   *
   * @param version the emulator's version
   * @param service the product that it emulates
   * @param apiVersion the version of that product's API
   * @param java the Java version that runs it
   * @param storage {@code file}, {@code memory} or {@code postgres}
   * @param crontabZone the time zone of crontabs
   */
  record Info(
      String name,
      String version,
      String service,
      String apiVersion,
      String java,
      String storage,
      String crontabZone) {}

  private final Info info;

  InfoRoute(BuildProperties build, StorageSettings storage) {
    this.info =
        new Info(
            "tat-emulator",
            String.valueOf(build.getVersion()),
            TatService.MODEL.service(),
            TatService.MODEL.version(),
            Runtime.version().toString(),
            EnumNames.format(storage.storage()),
            Crontab.ZONE.getId());
  }

  @GetMapping("/_tat/info")
  Info info() {
    return info;
  }
}
