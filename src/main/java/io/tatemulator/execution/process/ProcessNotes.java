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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The lines of the scripts that run, by the names of their files. */
  private final Map<String, String> lines = new LinkedHashMap<>();

  private @Nullable FileChannel file;

  /** Adds the process of a script. */
  synchronized void add(Path script, ProcessHandle process) throws IOException {
    String name = script.getFileName().toString();
    String start = process.info().startInstant().map(Instant::toString).orElse("");
    String line = name + " " + process.pid() + " " + start + "\n";
    lines.put(name, line);
    FileChannel current = file;
    if (current == null || !current.isOpen()) {
      file = create(script.resolveSibling(NAME));
    } else if (current.position() > MAX_BYTES) {
      Path smaller = script.resolveSibling(NAME + ".new");
      file = create(smaller);
      Files.move(
          smaller,
          script.resolveSibling(NAME),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
      current.close();
    } else {
      write(current, line);
    }
  }

  private FileChannel create(Path path) throws IOException {
    FileChannel created =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    write(created, String.join("", lines.values()));
    return created;
  }

  private static void write(FileChannel channel, String text) throws IOException {
    for (ByteBuffer rest = ByteBuffer.wrap(text.getBytes(UTF_8)); rest.hasRemaining(); ) {
      channel.write(rest);
    }
  }

  /** Removes the process of a script that has ended, and the file with the last one. */
  synchronized void remove(Path script) throws IOException {
    lines.remove(script.getFileName().toString());
    if (lines.isEmpty()) {
      if (file != null) {
        file.close();
        file = null;
      }
      Files.deleteIfExists(script.resolveSibling(NAME));
    }
  }

  /** Returns the processes that an earlier process of the emulator has noted, by script name. */
  static Map<String, ProcessId> read(Path folder) {
    Map<String, ProcessId> processes = new HashMap<>();
    try {
      Path noted = folder.resolve(NAME);
      for (String line : Files.exists(noted) ? Files.readAllLines(noted) : List.<String>of()) {
        String[] parts = line.split(" ", -1);
        Instant start = parts[2].isEmpty() ? null : Instant.parse(parts[2]);
        processes.put(parts[0], new ProcessId(Long.parseLong(parts[1]), start));
      }
    } catch (IOException
        | DateTimeException
        | NumberFormatException
        | IndexOutOfBoundsException e) {
      // Written as a whole, unless the disk was full.
      LOG.warn("cannot read which processes an earlier emulator has left", e);
    }
    return processes;
  }
}
