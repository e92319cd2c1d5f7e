package io.tatemulator.execution.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which processes run the scripts, in a file that exists while any runs. A line is appended for
 * each, since a file for each would cost several times as much.
 */
final class ProcessNotes {
  /**
   * A process of this host, also after its id has been used again.
   *
   * @param id its id
   * @param startedAt when it started; null when the host does not say
   */
  record ProcessId(long id, @Nullable Instant startedAt) {}

  private static final Logger LOG = LoggerFactory.getLogger(ProcessNotes.class);
  private static final String NAME = "processes";
  private static final int MAX_BYTES = 256 * 1024;
  private static final Set<StandardOpenOption> REPLACE =
      EnumSet.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);

  /** The lines of the scripts that run, by the names of their files. */
  private final Map<String, String> lines = new LinkedHashMap<>();

  private @Nullable FileChannel open;

  /** Adds the process of a script. */
  synchronized void add(Path script, ProcessHandle process) throws IOException {
    String name = script.getFileName().toString();
    String start = process.info().startInstant().map(Instant::toString).orElse("");
    String line = name + " " + process.pid() + " " + start + "\n";
    lines.put(name, line);
    Path file = script.resolveSibling(NAME);
    FileChannel current = open;
    try {
      // The folder may have been removed, and the channel may have failed before.
      if (current == null || !Files.exists(file) || current.position() > MAX_BYTES) {
        replace(file);
      } else {
        write(current, line);
      }
    } catch (IOException e) {
      // It may end amid a line, so the next addition writes all of them.
      close();
      throw e;
    }
  }

  private void replace(Path file) throws IOException {
    close();
    Path complete = file.resolveSibling(NAME + ".new");
    FileChannel created = FileChannel.open(complete, REPLACE, ScriptFiles.ONLY_OWNER);
    open = created;
    write(created, String.join("", lines.values()));
    Files.move(complete, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(FileChannel channel, String text) throws IOException {
    for (ByteBuffer rest = ByteBuffer.wrap(text.getBytes(UTF_8)); rest.hasRemaining(); ) {
      channel.write(rest);
    }
  }

  private void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  /** Removes the process of a script that has ended, and the file with the last one. */
  synchronized void remove(Path script) throws IOException {
    if (lines.remove(script.getFileName().toString()) != null && lines.isEmpty()) {
      close();
      deleteFile(script.resolveSibling(NAME));
    }
  }

  /** Deletes what an earlier process of the emulator has noted. */
  static void delete(Path folder) throws IOException {
    deleteFile(folder.resolve(NAME));
  }

  private static void deleteFile(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.resolveSibling(NAME + ".new"));
  }

  /** Returns the processes that an earlier process of the emulator has noted, by script name. */
  static Map<String, ProcessId> read(Path folder) throws IOException {
    Map<String, ProcessId> processes = new HashMap<>();
    Path file = folder.resolve(NAME);
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      try {
        String[] parts = line.split(" ", -1);
        Instant start = parts[2].isEmpty() ? null : Instant.parse(parts[2]);
        processes.put(parts[0], new ProcessId(Long.parseLong(parts[1]), start));
      } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
        // Written as a whole, unless the disk was full.
        LOG.warn("cannot read which process an earlier emulator has left: {}", line);
      }
    }
    return processes;
  }
}
