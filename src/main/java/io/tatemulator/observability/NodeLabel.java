package io.tatemulator.observability;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.tatemulator.persistence.ClusterSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Labels all metrics with the name of the node, if there may be several. */
@Component
final class NodeLabel implements MeterFilter {
  private final List<Tag> labels;

  NodeLabel(ClusterSettings cluster) {
    this.labels = cluster.name().map(name -> List.of(Tag.of("node", name))).orElse(List.of());
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    return id.withTags(labels);
  }
}
