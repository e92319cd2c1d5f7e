package io.tatemulator.persistence;

import java.util.List;
import java.util.Set;

/** The tables that hold the state. */
public final class Tables {
  /** All tables, each after those that it references. */
  public static final List<String> ALL =
      List.of(
          "tenant",
          "command_revision",
          "command",
          "command_tag",
          "instance",
          "invoker",
          "invoker_tag",
          "invocation",
          "invocation_task",
          "invoker_record",
          "register_code",
          "register_instance",
          "register_instance_tag",
          "rule_book",
          "emulator_clock",
          "id_seed");

  /** The tables of collections, whose rows are deleted with their owners. */
  public static final Set<String> OF_COLLECTIONS =
      Set.of("command_tag", "invoker_tag", "register_instance_tag");

  /** Tables with rows of tenants, each after those that reference it; tags cascade. */
  public static final List<String> OF_TENANTS =
      List.of(
          "invoker_record",
          "invocation_task",
          "invocation",
          "invoker",
          "command",
          "command_revision",
          "instance",
          "register_instance",
          "register_code");

  /** Tables of tenants that may have millions of rows. No foreign key references them. */
  public static final List<String> LARGE =
      List.of("invoker_record", "invocation_task", "invocation");

  /** Tables whose rows have an id. */
  public static final List<String> NUMBERED =
      List.of(
          "tenant",
          "command_revision",
          "command",
          "invoker",
          "invocation",
          "invocation_task",
          "invoker_record",
          "register_code",
          "register_instance");

  private Tables() {}
}
