package io.tatemulator.benchmark.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a server is started.
 *
 * @param label of the figures
 * @param jdk the JDK that runs it
 * @param command all but the arguments for port and folder
 * @param product what is started
 */
public record Launch(String label, Jdk jdk, List<String> command, Product product) {
  /** What can be measured side by side. */
  public enum Product {
    EMULATOR("/_tat/ready") {
      @Override
      List<String> arguments(int port, Path folder) {
        List<String> arguments = new ArrayList<>(Storage.arguments(folder));
        arguments.addAll(
            List.of("--server.port=" + port, "--tat.data-dir=" + folder.resolve("data")));
        return arguments;
      }
    },
    WIREMOCK("/__admin/health") {
      @Override
      List<String> arguments(int port, Path folder) {
        return List.of("--port=" + port);
      }
    };

    private final String readyPath;

    Product(String readyPath) {
      this.readyPath = readyPath;
    }

    abstract List<String> arguments(int port, Path folder);

    String readyPath() {
      return readyPath;
    }
  }

  /** Plain {@code java -jar} with the executable jar. */
  public static Launch jar(Settings settings, Jdk jdk, String... jvmOptions) {
    return new Launch(
        "jar",
        jdk,
        java(jdk, List.of(jvmOptions), "-jar", settings.target() + "/tat-emulator.jar"),
        Product.EMULATOR);
  }

  /** The launcher, and the jar if there is no launcher. */
  public static List<Launch> shipped(Settings settings, Jdk jdk, Results results) {
    Path script = settings.project().resolve("tat-emulator");
    Launch jar = jar(settings, jdk);
    if (!Files.isExecutable(script)) {
      results.say("left out: the launcher, since " + script + " does not exist");
      return List.of(jar);
    }
    Launch launcher = new Launch("launcher", jdk, List.of(script.toString()), Product.EMULATOR);
    return List.of(launcher, jar);
  }

  /** WireMock standalone, whose only stub answers like CreateInvoker. */
  public static Launch wireMock(Settings settings, Jdk jdk) throws IOException {
    Path root = settings.prepared("wiremock");
    Path stub = Files.createDirectories(root.resolve("mappings")).resolve("create-invoker.json");
    Files.copy(
        settings.source("wiremock/create-invoker.json"), stub, StandardCopyOption.REPLACE_EXISTING);
    String jar = settings.prepared("wiremock-standalone.jar").toString();
    return new Launch("WireMock", jdk, java(jdk, List.of(), "-jar", jar), Product.WIREMOCK)
        .with("--bind-address=127.0.0.1", "--root-dir=" + root);
  }

  /**
   * A main class of the harness with the class path of a program that embeds the emulator: the
   * plain jar, its libraries, and this class without the tests that are compiled beside it.
   */
  public static Launch embedding(Settings settings, Jdk jdk, Class<?> main) throws IOException {
    Path classes = settings.prepared(main.getSimpleName());
    Path compiled =
        Path.of(main.getProtectionDomain().getCodeSource().getLocation().getPath())
            .resolve(main.getPackageName().replace('.', '/'));
    Path copies = Files.createDirectories(classes.resolve(main.getPackageName().replace('.', '/')));
    try (Stream<Path> files = Files.list(compiled)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(main.getSimpleName())) {
          Files.copy(file, copies.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    String libraries = Files.readString(settings.prepared("classpath")).strip();
    String path =
        String.join(
            System.getProperty("path.separator"),
            classes.toString(),
            settings.target() + "/tat-emulator-plain.jar",
            libraries);
    return new Launch(
        "embedded",
        jdk,
        java(jdk, List.of(), "-classpath", path, main.getName()),
        Product.EMULATOR);
  }

  /** The same with more arguments. */
  public Launch with(String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return new Launch(label, jdk, all, product);
  }

  /** A process that keeps no setting of the environment which could change the result. */
  public ProcessBuilder builder(List<String> arguments, Path folder) {
    List<String> all = new ArrayList<>(command);
    all.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
    builder.environment().keySet().removeIf(Launch::isSetting);
    builder.environment().put("JAVA_HOME", jdk.home().toString());
    return builder;
  }

  private static boolean isSetting(String variable) {
    return Stream.of("TAT_", "SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_", "JAVA_", "JDK_JAVA_")
        .anyMatch(variable::startsWith);
  }

  private static List<String> java(Jdk jdk, List<String> options, String... program) {
    return Stream.of(Stream.of(jdk.java()), options.stream(), Stream.of(program))
        .flatMap(part -> part)
        .toList();
  }
}
