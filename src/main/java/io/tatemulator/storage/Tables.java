package io.tatemulator.storage;

import java.util.List;

/** The tables that hold the state. */
final class Tables {
  /** All of them, each after those that it refers to. */
  static final List<String> ALL =
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

  /** Those with rows of tenants, each after those that refer to it; tags go with their owners. */
  static final List<String> OF_TENANTS =
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

  /** Those of them that may have millions of rows. No foreign key refers to them. */
  static final List<String> GREAT = List.of("invoker_record", "invocation_task", "invocation");

  /** Those whose rows are numbered. */
  static final String[] NUMBERED = {
    "tenant",
    "command_revision",
    "command",
    "invoker",
    "invocation",
    "invocation_task",
    "invoker_record",
    "register_code",
    "register_instance"
  };

  private Tables() {}
}
