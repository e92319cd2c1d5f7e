package io.tatemulator.instance;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.tat.TatError;
import java.util.List;

/**
 * Instance identifiers: {@code ins-} for CVM, {@code lhins-} for Lighthouse, {@code rins-} for
 * managed instances.
 */
public final class InstanceId {
  /** The pattern of accepted instance ids. */
  public static final String PATTERN = "(ins|lhins|rins)-[0-9a-z]{8,16}";

  private static final String LIGHTHOUSE = "lhins-";

  private InstanceId() {}

  /** Returns the kind that invocations show: {@code CVM} or {@code LIGHTHOUSE}. */
  public static String kind(String instanceId) {
    return instanceId.startsWith(LIGHTHOUSE) ? "LIGHTHOUSE" : "CVM";
  }

  /**
   * Validates that all ids are of one kind.
   *
   * @throws ApiException InconsistentInstance
   */
  static void requireOneKind(List<String> instanceIds) {
    if (instanceIds.stream().map(InstanceId::kind).distinct().count() > 1) {
      throw new ApiException(TatError.INCONSISTENT_INSTANCE, "InstanceIds");
    }
  }
}
