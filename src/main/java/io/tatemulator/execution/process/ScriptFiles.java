package io.tatemulator.execution.process;

import io.tatemulator.persistence.OpenDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The files of the scripts that run, empty for those that run elsewhere, in the {@link
 * OpenDatabase#folder}, which one emulator uses at a time. Each exists from before its process
 * starts until after it has ended, so those that a start finds belong to processes that a crash may
 * have left running. {@link ProcessNotes} beside them name the processes.
 */
@Component
final class ScriptFiles {
  /**
   * What is left of a script.
   *
   * @param script its file
   * @param process its process's id and start; null when it was not written any more
   */
  record Left(Path script, ProcessNotes.@Nullable ProcessId process) {}

  private static final Logger LOG = LoggerFactory.getLogger(ScriptFiles.class);
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<StandardOpenOption> NEW =
      EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  static final FileAttribute<?>[] ONLY_OWNER =
      POSIX
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
          }
          : new FileAttribute<?>[0];
  private static final String NO_LISTING = "rwx--x--x";
  private static final Pattern SCRIPT =
      Pattern.compile("invt-[0-9a-z]+(\\.(sh|ps1|bat)|-[0-9a-f-]{36})");

  private final @Nullable Path settled;
  private final ProcessNotes processes = new ProcessNotes();
  private @Nullable Path folder;

  ScriptFiles(OpenDatabase database) {
    this.settled = database.folder() == null ? null : database.folder().resolve("scripts");
  }

  /**
   * Stores a script so that only its user can read it.
   *
   * @param owner the user; null for the emulator's
   * @throws IOException when it cannot be stored; nothing of it is left then
   */
  Path store(String name, byte[] content, @Nullable String owner) throws IOException {
    Path file = folder().resolve(name);
    // One that a reset has left would keep its permissions.
    Files.deleteIfExists(file);
    try {
      write(file, content);
      if (owner != null) {
        Files.setOwner(
            file,
            file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner));
      }
    } catch (IOException e) {
      remove(file);
      throw e;
    }
    return file;
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (SeekableByteChannel opened = Files.newByteChannel(file, NEW, ONLY_OWNER)) {
      for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
        opened.write(rest);
      }
    }
  }

  /** Notes the process of a script, so that it can be found after a crash. */
  void noteProcess(StartedScript started) {
    if (settled == null) {
      return;
    }
    try {
      processes.add(started.file(), started.process().toHandle());
    } catch (IOException e) {
      LOG.warn("cannot note the process of {}: {}", started.file(), e.getMessage());
    }
  }

  /** Removes the file of a script that has ended, and the note of its process. */
  void remove(Path file) {
    try {
      processes.remove(file);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("cannot remove {}: {}", file, e.getMessage());
    }
  }

  /** Removes what an earlier process of the emulator has left, the notes of its processes last. */
  void removeAll(List<Left> left) {
    left.forEach(script -> remove(script.script()));
    if (settled != null) {
      try {
        ProcessNotes.delete(settled);
      } catch (IOException e) {
        LOG.warn("cannot remove the notes of {}: {}", settled, e.getMessage());
      }
    }
  }

  /** Returns whether any script has run with this database, now or before. */
  boolean wereUsed() {
    return settled != null && Files.isDirectory(settled);
  }

  /** Returns what an earlier process of the emulator has left. */
  List<Left> left() {
    if (settled == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(settled)) {
      Map<String, ProcessNotes.ProcessId> noted = ProcessNotes.read(settled);
      return files
          .filter(file -> SCRIPT.matcher(file.getFileName().toString()).matches())
          .map(file -> new Left(file, noted.get(file.getFileName().toString())))
          .toList();
    } catch (IOException e) {
      LOG.warn("cannot list {}: {}", settled, e.getMessage());
      return List.of();
    }
  }

  /** Creates a folder and those above it, which other users must enter, too. */
  private static Path create(Path path) throws IOException {
    Path above = path.getParent();
    if (above != null && !Files.isDirectory(above)) {
      create(above);
      allowAccess(above);
    }
    return Files.createDirectories(path);
  }

  private static void allowAccess(Path path) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(NO_LISTING));
    }
  }

  private synchronized Path folder() throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      Path path =
          settled == null ? Files.createTempDirectory("tat-emulator-scripts") : create(settled);
      allowAccess(path);
      if (settled == null) {
        path.toFile().deleteOnExit();
      }
      folder = path;
    }
    return folder;
  }
}
