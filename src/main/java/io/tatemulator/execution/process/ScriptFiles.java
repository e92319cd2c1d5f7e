package io.tatemulator.execution.process;

import io.tatemulator.persistence.StorageSettings;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The files of the scripts that run, empty for those that run elsewhere. Each exists from before
 * its process starts until after it has ended, so those that a start finds belong to processes that
 * a crash may have left running.
 */
@Component
final class ScriptFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptFiles.class);
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final String ONLY_OWNER = "rw-------";
  private static final String NO_LISTING = "rwx--x--x";

  private final @Nullable Path settled;
  private @Nullable Path folder;

  ScriptFiles(ProcessSettings settings, StorageSettings storage) {
    Path chosen = settings.scriptDir();
    this.settled =
        chosen != null || storage.storage() == StorageSettings.Kind.MEMORY
            ? chosen
            : storage.dataDir().resolve("scripts");
  }

  /**
   * Stores a script so that only its user can read it.
   *
   * @param owner the user; null for the emulator's
   */
  Path store(String name, byte[] content, @Nullable String owner) throws IOException {
    Path file = folder().resolve(name);
    if (POSIX) {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
    }
    Files.write(file, content);
    if (owner != null) {
      Files.setOwner(
          file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner));
    }
    return file;
  }

  /** Removes the file of a script that has ended. */
  void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("cannot remove {}: {}", file, e.getMessage());
    }
  }

  /** Returns whether any script has run on this data folder, now or before. */
  boolean wereUsed() {
    return settled != null && Files.isDirectory(settled);
  }

  /** Returns the files that an earlier process of the emulator has left. */
  List<Path> left() {
    if (settled == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(settled.toAbsolutePath().normalize())) {
      return files.toList();
    } catch (IOException e) {
      LOG.warn("cannot list {}: {}", settled, e.getMessage());
      return List.of();
    }
  }

  private synchronized Path folder() throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      Path path =
          settled == null
              ? Files.createTempDirectory("tat-emulator-scripts")
              : Files.createDirectories(settled.toAbsolutePath().normalize());
      if (POSIX) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(NO_LISTING));
      }
      if (settled == null) {
        path.toFile().deleteOnExit();
      }
      folder = path;
    }
    return folder;
  }
}
