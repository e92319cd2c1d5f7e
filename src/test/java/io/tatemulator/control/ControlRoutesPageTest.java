package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Compares docs/control-routes.md with docs/control-api.yaml, which {@link ControlApiTest} compares
 * with the routes. {@code ./mvnw test -Dtest=ControlRoutesPageTest -Ddocs.write=true} writes it.
 */
class ControlRoutesPageTest {
  private static final Path PAGE = Path.of("docs/control-routes.md");

  private static final String HEAD =
      """
      <!-- Made from control-api.yaml; ControlRoutesPageTest says how. -->
      # Routes of the control API

      [control-api.md](control-api.md) describes them; [control-api.yaml](control-api.yaml) has the schemas of bodies and responses.

      | method | path | what it does | query parameters | body |
      |---|---|---|---|---|
      """;

  @Test
  void thePageListsEveryRoute() throws IOException {
    String page =
        HEAD
            + new ControlApiFile()
                .operations().stream()
                    .map(ControlRoutesPageTest::row)
                    .collect(Collectors.joining());
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page);
  }

  private static String row(ControlOperation operation) {
    return "| %s | `%s` | %s | %s | %s |\n"
        .formatted(
            operation.method(),
            operation.path(),
            operation.described().path("summary").asString(),
            operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> code(parameter.path("name").asString(), parameter))
                .collect(Collectors.joining(", ")),
            body(operation));
  }

  private static String body(ControlOperation operation) {
    String schema = operation.schema().path("$ref").asString("");
    return schema.isEmpty()
        ? ""
        : code(
            schema.substring(schema.lastIndexOf('/') + 1),
            operation.described().path("requestBody"));
  }

  private static String code(String name, JsonNode described) {
    return "`" + name + "`" + (described.path("required").asBoolean(false) ? " (required)" : "");
  }
}
