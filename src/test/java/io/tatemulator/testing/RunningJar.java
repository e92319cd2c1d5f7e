package io.tatemulator.testing;

import static org.awaitility.Awaitility.await;

import io.tatemulator.TatEmulator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged emulator, or its classes, in a process of its own. Closing it ends the process,
 * whatever state a test left it in.
 */
public final class RunningJar implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Pattern GREETING =
      Pattern.compile("TAT answers on http://127\\.0\\.0\\.1:(\\d+)/");
  private static final Pattern LAUNCHER = Pattern.compile("(?m)^tat-emulator: .*\\R");

  /**
   * With one compiler the default is a small cache of code, which is searched for space at once.
   */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC");

  /** The first JDK whose archives are made and used with other options. */
  private static final int AOT_CACHE = 25;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path log;

  private RunningJar(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** An emulator that will run with a directory as its working directory. */
  public static Launch in(Path directory) {
    return new Launch(directory, Launch.launcher());
  }

  /**
   * The same from the class path of this test, which needs no jar.
   *
   * @param options options of its JVM
   */
  public static Launch ofClassesIn(Path directory, List<String> options) {
    List<String> command = Launch.java(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), TatEmulator.class.getName()));
    return new Launch(directory, command);
  }

  /** How an emulator is to be started. It takes whatever port is free unless told otherwise. */
  public static final class Launch {
    private final Path directory;
    private List<String> program;
    private final List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
    private final Map<String, String> environment = new HashMap<>();

    private Launch(Path directory, List<String> program) {
      this.directory = directory;
      this.program = program;
    }

    /** A setting on the command line, such as {@code tat.storage}; the last value counts. */
    public Launch with(String setting, String value) {
      String name = "--" + setting + "=";
      arguments.removeIf(argument -> argument.startsWith(name));
      arguments.add(name + value);
      return this;
    }

    /** Options of the JVM, which is started without the launcher then. */
    public Launch jvmOptions(String... options) {
      program = java(List.of(options));
      program.addAll(jar());
      return this;
    }

    /** An environment variable of the process. */
    public Launch environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Starts the process and waits until it is ready. */
    public RunningJar ready() {
      RunningJar jar = started();
      try {
        jar.awaitReady();
        return jar;
      } catch (RuntimeException | Error e) {
        e.addSuppressed(new IllegalStateException(jar.output()));
        jar.close();
        throw e;
      }
    }

    /** Starts the process and leaves it to itself. */
    public RunningJar started() {
      List<String> command = new ArrayList<>(program);
      command.addAll(TestStorage.choose(directory.resolve("tat-data").toString(), arguments));
      try {
        Path log = Files.createTempFile("tat-emulator", ".log");
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TAT_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new RunningJar(builder.start(), log);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<String> launcher() {
      if (File.separatorChar == '/') {
        Path launcher = Path.of(System.getProperty("emulator.launcher"));
        if (Files.exists(launcher.resolveSibling("tat-emulator.jar"))) {
          throw new IllegalStateException(
              "the launcher would start another jar than the built one");
        }
        return List.of(launcher.toString());
      }
      // A batch file does not become the JVM, so it could not be killed.
      List<String> command = java(List.of());
      command.addAll(jar());
      return command;
    }

    /** The jar, or the launcher's copy of it with its archive, if a start has made one. */
    private static List<String> jar() {
      Path jar = Path.of(System.getProperty("emulator.jar"));
      Path archives = jar.resolveSibling("tat-emulator-archives");
      if (Runtime.version().feature() < AOT_CACHE && Files.isDirectory(archives)) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(archives)) {
          for (Path folder : folders) {
            Path archive = folder.resolve("classes");
            Path copy = folder.resolve("tat-emulator.jar");
            if (Files.exists(archive) && Files.mismatch(copy, jar) < 0) {
              return List.of("-XX:SharedArchiveFile=" + archive, "-jar", copy.toString());
            }
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return List.of("-jar", jar.toString());
    }

    private static List<String> java(List<String> options) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(SHORT_LIVED);
      command.addAll(options);
      return command;
    }
  }

  /** The process's identifier. */
  public long pid() {
    return process.pid();
  }

  /** Where it listens. */
  public int port() {
    Matcher greeting = GREETING.matcher(output());
    if (!greeting.find()) {
      throw new IllegalStateException("it has not said where it listens: " + output());
    }
    return Integer.parseInt(greeting.group(1));
  }

  /** A caller with the key pair that always exists. */
  public Api api() {
    return api("AKIDOFNOBODY");
  }

  /** A caller with a SecretId. */
  public Api api(String secretId) {
    return new Api(port(), secretId);
  }

  /** Ends the process as {@code kill -9} does: it has no chance to write anything more. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Asks the process to end, as {@code kill} and a container's stop do. */
  public int stop() {
    process.destroy();
    return exitCode();
  }

  /** Waits for the process to end by itself. */
  public int exitCode() {
    try {
      if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("it does not end: " + output());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return process.exitValue();
  }

  /**
   * All that it has written so far to its standard output and its standard error, without what the
   * launcher says.
   */
  public String output() {
    try {
      return LAUNCHER.matcher(Files.readString(log)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    await().atMost(TIMEOUT).until(() -> !process.isAlive() || answersReady());
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended with " + process.exitValue() + ": " + output());
    }
  }

  private boolean answersReady() {
    if (!GREETING.matcher(output()).find()) {
      return false;
    }
    URI ready = URI.create("http://127.0.0.1:" + port() + "/_tat/ready");
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
