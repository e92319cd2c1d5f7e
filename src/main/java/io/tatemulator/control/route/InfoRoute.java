package io.tatemulator.control.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tatemulator.persistence.ClusterSettings;
import io.tatemulator.persistence.Nodes;
import io.tatemulator.persistence.StorageSettings;
import io.tatemulator.support.EnumNames;
import io.tatemulator.tat.TatService;
import io.tatemulator.time.Crontab;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
   * @param node the name of this node; null unless several may share the database
   * @param nodes the names of the nodes that share the database now
   * @param perNode the routes and the setting of what each node has of its own
   */
  record Info(
      String name,
      String version,
      String service,
      String apiVersion,
      String java,
      String storage,
      String crontabZone,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String node,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> nodes,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> perNode) {}

  private static final List<String> PER_NODE =
      List.of("/_tat/requests", "/_tat/events", "tat.requests-per-second");

  private final BuildProperties build;
  private final StorageSettings storage;
  private final ClusterSettings cluster;
  private final Nodes nodes;

  InfoRoute(BuildProperties build, StorageSettings storage, ClusterSettings cluster, Nodes nodes) {
    this.build = build;
    this.storage = storage;
    this.cluster = cluster;
    this.nodes = nodes;
  }

  @GetMapping("/_tat/info")
  Info info() {
    return new Info(
        "tat-emulator",
        String.valueOf(build.getVersion()),
        TatService.MODEL.service(),
        TatService.MODEL.version(),
        Runtime.version().toString(),
        EnumNames.format(storage.storage()),
        Crontab.ZONE.getId(),
        cluster.name().orElse(null),
        nodes.names(),
        nodes.areSeveral() ? PER_NODE : List.of());
  }
}
