package io.tatemulator.execution.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Starts scripts through a command, such as {@code docker exec -i web-1}, that runs a shell
 * elsewhere. That shell reads a program from its input, so that nothing of the script is an
 * argument that another shell would parse.
 */
@Component
final class PrefixedScripts {
  /** In Base64, whatever the values contain. */
  private static final String VALUES =
      """
      mark='@mark@'
      fail() { echo; echo "$mark$1"; exit 126; }
      for tool in base64 mktemp id; do
        command -v "$tool" >/dev/null 2>&1 || fail "ScriptStoreFailed: there is no $tool"
      done
      user="$(printf %s @user@ | base64 -d)"
      dir="$(printf %s @dir@ | base64 -d)"
      own=@own@
      tmp="$(mktemp -d)" || fail "ScriptStoreFailed: no temporary folder can be made"
      trap 'rm -rf "$tmp"' 0
      base64 -d >"$tmp/script" <<'TAT' || fail "ScriptStoreFailed: the script cannot be written"
      @script@
      TAT
      """;

  private static final String PROGRAM =
      """
      me="$(id -un)"
      if [ "$own" = true ]; then
        user="$me"
        [ "$dir" = /root ] && dir="$HOME"
      fi
      case "$user" in -*) fail "InvalidUser: user \\`$user\\` not exists" ;; esac
      id -u "$user" >/dev/null 2>&1 || fail "InvalidUser: user \\`$user\\` not exists"
      [ -e "$dir" ] || fail "InvalidWorkingDirectory: working_directory \\`$dir\\` not exists"
      [ -d "$dir" ] || fail "TaskSpawnFailed: Not a directory (os error 20)"
      shell="$(command -v bash || command -v sh)"
      export dir shell tmp
      if [ "$user" = "$me" ]; then
        cd "$dir" 2>/dev/null || fail "TaskSpawnFailed: Permission denied (os error 13)"
        "$shell" "$tmp/script" </dev/null 2>&1
      elif [ "$(id -u)" = 0 ]; then
        chown -R "$user" "$tmp"
        su "$user" -s /bin/sh -c 'cd "$dir"' </dev/null >/dev/null 2>&1 ||
          fail "TaskSpawnFailed: Permission denied (os error 13)"
        su "$user" -s /bin/sh -c 'cd "$dir" && exec "$shell" "$tmp/script"' </dev/null 2>&1
      else
        fail "TaskSpawnFailed: Operation not permitted (os error 1)"
      fi
      """;

  private static final int NO_SUCH_FILE = 2;

  private final ScriptFiles files;
  private final boolean asOwnUser;

  PrefixedScripts(ScriptFiles files, ProcessSettings settings) {
    this.files = files;
    this.asOwnUser = settings.ownUser();
  }

  /** Starts a script. */
  StartedScript start(Script script) throws StartFailedException {
    if (script.type().isWindows()) {
      throw new StartFailedException(
          "ScriptStoreFailed", "invalid `" + script.type() + "` type in Unix.");
    }
    if (!HostTools.isProgram(script.exec().get(0))) {
      throw new StartFailedException(
          "TaskSpawnFailed", "No such file or directory (os error " + NO_SUCH_FILE + ")");
    }
    List<String> command = new ArrayList<>(HostTools.newGroup());
    command.addAll(script.exec());
    String id = script.name() + "-" + UUID.randomUUID();
    // Without a meaning there; it is how the process is found after a crash.
    command.addAll(List.of("sh", "-s", id));
    String mark = id + " ";
    Path file = null;
    try {
      file = files.store(id, new byte[0], null);
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      Map<String, String> environment = builder.environment();
      environment.clear();
      environment.putAll(ScriptEnvironment.ofClient());
      return new StartedScript(
          builder.start(), file, program(script, mark).getBytes(StandardCharsets.UTF_8), mark);
    } catch (IOException e) {
      if (file != null) {
        files.remove(file);
      }
      throw new StartFailedException("TaskSpawnFailed", e);
    }
  }

  private String program(Script script, String mark) {
    String values =
        VALUES
            .replace("@mark@", mark)
            .replace("@user@", base64(script.username().getBytes(StandardCharsets.UTF_8)))
            .replace("@dir@", base64(script.directory().getBytes(StandardCharsets.UTF_8)))
            .replace("@own@", Boolean.toString(asOwnUser))
            .replace("@script@", Base64.getMimeEncoder().encodeToString(script.content()));
    return values.replace("\r\n", "\n") + PROGRAM;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
