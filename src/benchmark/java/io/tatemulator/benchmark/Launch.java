package io.tatemulator.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * How a server is started.
 *
 * @param jdk what runs it
 * @param options of the JVM
 * @param program a jar or a main class, as the JVM takes it
 */
record Launch(Jdk jdk, List<String> options, List<String> program) {
  /** The server as it is shipped. */
  static Launch jar(Settings settings) {
    return new Launch(Jdk.running(), List.of(), List.of("-jar", settings.jar().toString()));
  }

  /** A main class of the harness, which adds something to the server. */
  static Launch mainClass(Class<?> main) {
    return new Launch(
        Jdk.running(),
        List.of(),
        List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
  }

  Launch on(Jdk other) {
    return new Launch(other, options, program);
  }

  Launch with(String... more) {
    return new Launch(jdk, List.of(more), program);
  }

  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(jdk.java());
    command.addAll(options);
    command.addAll(program);
    return command;
  }
}
