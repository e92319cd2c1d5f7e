package io.tatemulator.testing;

import java.time.Instant;

/** Requests that many tests send, with the command and the instance of the published examples. */
public final class Requests {
  private static final String INVOKER =
      """
      {'Name': 'test-invoker', 'CommandId': 'cmd-m7uma92n', 'InstanceIds': ['ins-yx05ky8j'],
       'Type': 'SCHEDULE', 'ScheduleSettings': %s}""";

  private Requests() {}

  /** The body of a CreateInvoker that fires once. */
  public static String once(Instant at) {
    return INVOKER.formatted(onceSettings(at));
  }

  /** The body of a CreateInvoker that fires on a crontab. */
  public static String recurring(String crontab) {
    return INVOKER.formatted(recurringSettings(crontab));
  }

  /** A ScheduleSettings that fires once. */
  public static String onceSettings(Instant at) {
    return "{'Policy': 'ONCE', 'InvokeTime': '" + at + "'}";
  }

  /** A ScheduleSettings that fires on a crontab. */
  public static String recurringSettings(String crontab) {
    return "{'Policy': 'RECURRENCE', 'Recurrence': '" + crontab + "'}";
  }

  /** A body that names one invoker, for the actions that take nothing else. */
  public static String invoker(String invokerId) {
    return "{'InvokerId': '" + invokerId + "'}";
  }

  /** A body that names up to a hundred invokers, for the actions that list. */
  public static String invokers(Iterable<String> invokerIds) {
    return "{'InvokerIds': ['" + String.join("', '", invokerIds) + "'], 'Limit': 100}";
  }
}
