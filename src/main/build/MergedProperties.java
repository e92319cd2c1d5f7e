import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Merges properties files that several libraries have, for the flat jar, by appending the values of
 * a key. Spring Boot's transformer does the same, but writes the time of the build into the file, so
 * that no two builds would give the same jar.
 *
 * <p>Arguments: the folder to write to, the class path, and the names of the files.
 */
class MergedProperties {
  public static void main(String[] arguments) throws IOException {
    Path output = Path.of(arguments[0]);
    List<String> classPath = List.of(arguments[1].split(java.io.File.pathSeparator));
    for (String name : List.of(arguments).subList(2, arguments.length)) {
      Map<String, Set<String>> merged = new TreeMap<>();
      for (String library : classPath) {
        read(Path.of(library), name).forEach((key, value) -> add(merged, (String) key, (String) value));
      }
      if (merged.isEmpty()) {
        throw new IOException("No library has " + name);
      }
      write(output.resolve(name), merged);
    }
  }

  private static Properties read(Path library, String name) throws IOException {
    Properties properties = new Properties();
    if (Files.isDirectory(library)) {
      if (Files.exists(library.resolve(name))) {
        try (InputStream in = Files.newInputStream(library.resolve(name))) {
          properties.load(in);
        }
      }
    } else if (Files.exists(library)) {
      try (JarFile jar = new JarFile(library.toFile())) {
        ZipEntry entry = jar.getEntry(name);
        if (entry != null) {
          properties.load(jar.getInputStream(entry));
        }
      }
    }
    return properties;
  }

  private static void add(Map<String, Set<String>> merged, String key, String value) {
    merged.computeIfAbsent(key, absent -> new LinkedHashSet<>()).add(value);
  }

  private static void write(Path file, Map<String, Set<String>> merged) throws IOException {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    merged.forEach((key, values) -> lines.add(escape(key) + "=" + escape(String.join(",", values))));
    Files.createDirectories(file.getParent());
    Files.write(file, lines.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:").replace("=", "\\=").replace("#", "\\#").replace("\n", "\\n");
  }
}
