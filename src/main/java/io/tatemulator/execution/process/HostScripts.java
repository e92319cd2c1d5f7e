package io.tatemulator.execution.process;

import io.tatemulator.command.CommandType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts scripts on this host, by the rules of the TAT agent and with its error texts. */
@Component
final class HostScripts {
  private static final String ROOT = "0";
  private static final int NOT_PERMITTED = 1;
  private static final int PERMISSION_DENIED = 13;
  private static final int NOT_A_DIRECTORY = 20;
  private static final int CHECK_SECONDS = 10;

  /** The agent reads these files first, and hides their errors. */
  private static final String AFTER_PROFILES =
      "{ . /etc/profile; if [ -f ~/.bash_profile ]; then . ~/.bash_profile; else . ~/.bashrc; fi; }"
          + " 2>/dev/null; exec \"$0\" \"$1\"";

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final ScriptFiles files;
  private final boolean asOwnUser;

  HostScripts(ScriptFiles files, ProcessSettings settings) {
    this.files = files;
    this.asOwnUser = settings.ownUser() || HostTools.WINDOWS;
  }

  /** Starts a script. */
  StartedScript start(Script script) throws StartFailedException {
    HostUser own = HostUser.own();
    HostUser user =
        asOwnUser || script.username().equals(own.name()) ? own : user(script.username());
    Path directory = directory(script, own);
    requireType(script.type());
    boolean other = !user.uid().equals(own.uid());
    if (other && !(own.uid().equals(ROOT) && HostTools.find("setpriv").isPresent())) {
      throw osError("Operation not permitted", NOT_PERMITTED);
    }
    if (other) {
      requireAccess(user, directory);
    }
    Path file = store(script, other ? user.name() : null);
    try {
      return new StartedScript(
          start(command(script.type(), file, other ? asUser(user) : List.of()), directory, user),
          file,
          new byte[0],
          null);
    } catch (IOException e) {
      files.remove(file);
      throw new StartFailedException("TaskSpawnFailed", e);
    }
  }

  private static HostUser user(String name) throws StartFailedException {
    Optional<HostUser> user = HostUser.find(name);
    if (user.isEmpty()) {
      throw new StartFailedException("InvalidUser", "user `" + name + "` not exists");
    }
    return user.get();
  }

  private Path directory(Script script, HostUser own) throws StartFailedException {
    String name = script.directory();
    boolean unchosen = name.equals(script.type().defaultWorkingDirectory());
    Path directory = Path.of(asOwnUser && unchosen ? own.home() : name);
    if (Files.exists(directory)) {
      return directory;
    }
    throw new StartFailedException(
        "InvalidWorkingDirectory",
        Files.notExists(directory)
            ? "working_directory `" + name + "` not exists"
            : "working_directory `"
                + name
                + "` check failed: `Permission denied (os error "
                + PERMISSION_DENIED
                + ")`");
  }

  private static void requireType(CommandType type) throws StartFailedException {
    if (type.isWindows() != HostTools.WINDOWS) {
      throw new StartFailedException(
          "ScriptStoreFailed",
          "invalid `" + type + "` type in " + (HostTools.WINDOWS ? "Windows." : "Unix."));
    }
  }

  private static StartFailedException osError(String text, int number) {
    return new StartFailedException("TaskSpawnFailed", text + " (os error " + number + ")");
  }

  /** The emulator's own process may enter any folder, since another user's scripts require root. */
  private static void requireAccess(HostUser user, Path directory) throws StartFailedException {
    if (!Files.isDirectory(directory)) {
      throw osError("Not a directory", NOT_A_DIRECTORY);
    }
    List<String> command = new ArrayList<>(asUser(user));
    command.addAll(List.of("test", "-x", directory.toString()));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().clear();
      builder.environment().put("PATH", HostTools.path());
      Process check = builder.start();
      boolean ended = check.waitFor(CHECK_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        check.destroyForcibly();
      }
      if (!ended || check.exitValue() != 0) {
        throw osError("Permission denied", PERMISSION_DENIED);
      }
    } catch (IOException e) {
      throw new StartFailedException("TaskSpawnFailed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailedException("TaskSpawnFailed", "the emulator is shutting down");
    }
  }

  private static List<String> asUser(HostUser user) {
    return List.of("setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups");
  }

  private Path store(Script script, @Nullable String owner) throws StartFailedException {
    String suffix =
        switch (script.type()) {
          case SHELL -> ".sh";
          case POWERSHELL -> ".ps1";
          case BAT -> ".bat";
        };
    try {
      return files.store(script.name() + suffix, content(script), owner);
    } catch (IOException e) {
      throw new StartFailedException("ScriptStoreFailed", e);
    }
  }

  /** PowerShell reads a script without a byte order mark in the code page of the host. */
  private static byte[] content(Script script) {
    if (script.type() != CommandType.POWERSHELL) {
      return script.content();
    }
    byte[] bytes = script.content();
    byte[] marked = Arrays.copyOf(BYTE_ORDER_MARK, BYTE_ORDER_MARK.length + bytes.length);
    System.arraycopy(bytes, 0, marked, BYTE_ORDER_MARK.length, bytes.length);
    return marked;
  }

  private static List<String> command(CommandType type, Path file, List<String> asUser) {
    List<String> command = new ArrayList<>(HostTools.newGroup());
    command.addAll(asUser);
    String script = file.toString();
    command.addAll(
        switch (type) {
          case SHELL ->
              HostTools.bash()
                  .map(bash -> List.of(bash, "-c", AFTER_PROFILES, bash, script))
                  .orElseGet(() -> List.of("sh", script));
          case POWERSHELL ->
              List.of("powershell", "-NoProfile", "-ExecutionPolicy", "Bypass", "-File", script);
          case BAT -> List.of("cmd", "/c", script);
        });
    return command;
  }

  private static Process start(List<String> command, Path directory, HostUser user)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File(HostTools.WINDOWS ? "NUL" : "/dev/null"));
    Map<String, String> environment = builder.environment();
    if (HostTools.WINDOWS) {
      environment.keySet().removeIf(ScriptEnvironment::isOfTheEmulator);
    } else {
      environment.clear();
      environment.putAll(ScriptEnvironment.of(user));
    }
    return builder.start();
  }
}
