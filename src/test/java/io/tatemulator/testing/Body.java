package io.tatemulator.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a request, which tests take from a complete example and change by one parameter.
 *
 * @param tree the parameters
 */
public record Body(ObjectNode tree) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A body from JSON in which single quotes stand for double ones. */
  public static Body of(String json) {
    return new Body((ObjectNode) JSON.readTree(json.replace('\'', '"')));
  }

  /** The published CreateInvoker example that fires once. */
  public static Body once(String invokeTime) {
    return of("""
            {'Name': 'test-invoker', 'CommandId': 'cmd-m7uma92n', 'InstanceIds': ['ins-yx05ky8j'],
             'Type': 'SCHEDULE', 'ScheduleSettings': {'Policy': 'ONCE'}}""")
        .with("ScheduleSettings.InvokeTime", invokeTime);
  }

  /** The published CreateInvoker example that fires again and again. */
  public static Body recurring(String crontab) {
    return once("")
        .without("ScheduleSettings.InvokeTime")
        .with("ScheduleSettings.Policy", "RECURRENCE")
        .with("ScheduleSettings.Recurrence", crontab);
  }

  /** The published CreateCommand example under another name. */
  public static Body command(String name) {
    return of("""
            {'CommandName': 'hello-command', 'Description': 'hello world', 'Content': 'bHM=',
             'CommandType': 'SHELL', 'WorkingDirectory': '/tmp', 'Timeout': 60}""")
        .with("CommandName", name);
  }

  /** The published RunCommand example on some instances. */
  public static Body run(String... instances) {
    return of("""
            {'CommandName': 'run-command', 'SaveCommand': false, 'Description': 'whoami',
             'Content': 'd2hvYW1p', 'CommandType': 'SHELL', 'WorkingDirectory': '/root/',
             'Timeout': 60}""")
        .with("InstanceIds", List.of(instances));
  }

  /** An InvokeCommand on some instances. */
  public static Body invoke(String command, String... instances) {
    return of("{}").with("CommandId", command).with("InstanceIds", List.of(instances));
  }

  /** The same body with another value of a parameter, by its dotted path; null is JSON's null. */
  public Body with(String path, @Nullable Object value) {
    ObjectNode changed = tree.deepCopy();
    JsonNode node = JSON.valueToTree(value);
    parent(changed, path).set(last(path), node);
    return new Body(changed);
  }

  /** The same body with the parameters of another one over its own. */
  public Body over(Body other) {
    ObjectNode changed = tree.deepCopy();
    changed.setAll(other.tree);
    return new Body(changed);
  }

  /** The same body without a parameter. */
  public Body without(String path) {
    ObjectNode changed = tree.deepCopy();
    parent(changed, path).remove(last(path));
    return new Body(changed);
  }

  /** The body as it is sent. */
  public String json() {
    return tree.toString();
  }

  private static ObjectNode parent(ObjectNode tree, String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? tree : (ObjectNode) tree.at("/" + path.substring(0, dot).replace('.', '/'));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
