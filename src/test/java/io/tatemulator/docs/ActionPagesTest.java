package io.tatemulator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/actions against the code. {@code ./mvnw test -Dtest=ActionPagesTest -Ddocs.write=true}
 * writes them anew.
 */
class ActionPagesTest {
  private static final Path FOLDER = Path.of("docs/actions");

  private static final String HEAD =
      """
      <!-- Made from the code; ActionPagesTest says how. -->
      # Actions

      | action | what it does |
      |---|---|
      """;

  private static final String TAIL =
      """

      ## Errors of every action

      Before an action sees a request, these are checked, in this order:

      | code | when |
      |---|---|
      | `UnsupportedProtocol` | another method than GET and POST; another content type than JSON or a form |
      | `RequestSizeLimitExceeded` | a body over 10 MB, a query over 32 KB |
      | `AuthFailure.SignatureFailure` | a form over 1 MB |
      | `InvalidParameter` | a body that is not one JSON object without repeated keys; a query that cannot be decoded |
      | `MissingParameter` | no action, no version |
      | `NoSuchVersion` | a version that the service does not have |
      | `InvalidAction` | an action that does not exist |
      | `AuthFailure.InvalidAuthorization` | an Authorization header of another form |
      | `MissingParameter` | no Authorization, where unsigned requests are not accepted; no timestamp |
      | `AuthFailure.UnauthorizedOperation` | a request of a web page of another origin that no declared key pair has signed |
      | `AuthFailure.SignatureExpire` | a timestamp more than 300 s off the real time |
      | `AuthFailure.SecretIdNotFound` | an undeclared SecretId, where those are rejected |
      | `AuthFailure.SignatureFailure` | a signature of something else, or of another day than the timestamp's |
      | `AuthFailure.TokenFailure` | not the token of a temporary key, or one that has expired |
      | `RequestLimitExceeded` | too many requests in a second, where the rate limit applies |
      | `InvalidParameterValue` | a region that is malformed |
      | `UnknownParameter` | a parameter that the action does not have |
      | `MissingParameter` | a required parameter that is absent, null or an empty list |
      | `InvalidParameter` | a parameter of another type |

      `InternalError` is an internal error of the emulator. Errors of a parameter's rules follow: all lengths first, then ranges,
      then formats.
      """;

  @Test
  void everyPageSaysWhatTheCodeDoes() throws IOException {
    Map<String, String> pages = pages();
    if (Boolean.getBoolean("docs.write")) {
      write(pages);
    }

    assertThat(written()).isEqualTo(pages);
  }

  private static Map<String, String> pages() {
    List<ActionPage> actions = ActionPage.all();
    Map<String, String> pages = new TreeMap<>();
    actions.forEach(action -> pages.put(action.name() + ".md", action.text()));
    String list =
        actions.stream()
            .map(
                action -> "| [%1$s](%1$s.md) | %2$s |\n".formatted(action.name(), action.summary()))
            .collect(Collectors.joining());
    pages.put("README.md", HEAD + list + TAIL);
    return pages;
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }
}
