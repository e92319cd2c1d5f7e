package io.tatemulator.execution.process;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The whole output of a script in a bucket of COS, for which a folder of this host stands. */
final class Upload {
  private final @Nullable OutputStream file;
  private @Nullable String error;
  private boolean finished;

  private Upload(@Nullable OutputStream file, @Nullable String error) {
    this.file = file;
    this.error = error;
  }

  /**
   * Begins the upload of a script's output.
   *
   * @param folder the folder that stands for COS; null for none
   */
  static Upload begin(Script script, @Nullable Path folder) {
    if (script.bucketUrl().isEmpty()) {
      return new Upload(null, null);
    }
    if (folder == null) {
      return new Upload(null, error(script, "tat.execution.cos-dir is not set"));
    }
    Path bucket = folder.toAbsolutePath().normalize();
    try {
      bucket = bucket.resolve(String.valueOf(URI.create(script.bucketUrl()).getHost()));
      Path path = bucket.resolve(script.outputPath()).normalize();
      if (!path.startsWith(bucket)) {
        return new Upload(null, error(script, "the path leaves the bucket"));
      }
      Files.createDirectories(path.getParent());
      return new Upload(Files.newOutputStream(path), "");
    } catch (IOException | IllegalArgumentException e) {
      return new Upload(null, error(script, String.valueOf(e.getMessage())));
    }
  }

  private static String error(Script script, String reason) {
    return "Upload output to cos failed, please check if "
        + script.instanceId()
        + " has permission to put file to COS: "
        + reason;
  }

  synchronized void add(byte[] bytes, int length) {
    if (file == null || finished || !"".equals(error)) {
      return;
    }
    try {
      file.write(bytes, 0, length);
    } catch (IOException e) {
      error = "Upload output to cos failed: " + e.getMessage();
    }
  }

  /** Ends it and returns why the output is not there; empty if it is, null if it was not to be. */
  synchronized @Nullable String finish() {
    finished = true;
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        error = "Upload output to cos failed: " + e.getMessage();
      }
    }
    return error;
  }
}
