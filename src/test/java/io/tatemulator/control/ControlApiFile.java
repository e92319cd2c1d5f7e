package io.tatemulator.control;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** docs/control-api.yaml, as a generator of clients reads it. */
final class ControlApiFile {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String COMPONENTS = "components";

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          Dialect.builder(Dialects.getOpenApi31())
              .keyword(new NonValidationKeyword(COMPONENTS))
              .build(),
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  /** By identity, since comparing schemas would cost more than making them. */
  private final Map<JsonNode, Schema> compiled =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private final JsonNode file = read(Path.of("docs/control-api.yaml"));

  /** All that it describes. */
  List<ControlOperation> operations() {
    return file.path("paths").propertyStream().flatMap(this::operations).toList();
  }

  /** Those whose response ends by itself. */
  List<ControlOperation> endingOperations() {
    return operations().stream().filter(one -> !one.isStream()).toList();
  }

  /** The operations that may answer with a status. */
  List<ControlOperation> answering(int status) {
    return endingOperations().stream().filter(one -> one.statuses().contains(status)).toList();
  }

  /** The operation with an identifier. */
  ControlOperation operation(String id) {
    return operations().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private Stream<ControlOperation> operations(Map.Entry<String, JsonNode> route) {
    return route
        .getValue()
        .propertyStream()
        .filter(member -> !member.getKey().equals("parameters"))
        .map(
            member ->
                new ControlOperation(
                    member.getKey().toUpperCase(Locale.ROOT),
                    route.getKey(),
                    member.getValue(),
                    Stream.of(route.getValue(), member.getValue())
                        .flatMap(part -> part.path("parameters").valueStream())
                        .map(this::resolved)
                        .toList()));
  }

  /** Requests of which one thing is not as described. */
  List<ControlOperation.Request> spoilt(ControlOperation operation) {
    JsonNode nonsense = StringNode.valueOf(ControlOperation.NONSENSE);
    return operation.spoilt(parameter -> !misfits(parameter.path("schema"), nonsense).isEmpty());
  }

  /** In what an answer is not as described; empty when it is. */
  List<String> misfits(ControlOperation operation, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return misfits(operation, answer.statusCode(), type, answer.body());
  }

  /** The same of its parts. */
  List<String> misfits(ControlOperation operation, int status, String type, String text) {
    JsonNode described = operation.described().path("responses").path(Integer.toString(status));
    if (described.isMissingNode()) {
      return List.of("the status " + status + " is not described");
    }
    JsonNode content = resolved(described).path("content");
    if (content.isMissingNode()) {
      return text.isEmpty() ? List.of() : List.of("there is a body");
    }
    if (!content.has(type)) {
      return List.of("the content type '" + type + "' is not described");
    }
    JsonNode body =
        type.equals("application/json") ? JSON.readTree(text) : StringNode.valueOf(text);
    return misfits(content.path(type).path("schema"), body);
  }

  /** In what a value is not as a schema has it; empty when it is. */
  List<String> misfits(JsonNode schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(Object::toString)
        .toList();
  }

  private Schema compile(JsonNode schema) {
    ObjectNode alone = JSON.createObjectNode();
    alone.setAll((ObjectNode) schema);
    // What a schema refers to is looked for in its own document.
    alone.set(COMPONENTS, file.path(COMPONENTS));
    return SCHEMAS.getSchema(alone);
  }

  /** All schemas that name members. */
  List<JsonNode> objects() {
    List<JsonNode> found = new ArrayList<>();
    collectObjects(file, found);
    return found;
  }

  private static void collectObjects(JsonNode node, List<JsonNode> found) {
    if (node.path("properties").isObject()) {
      found.add(node);
    }
    node.valueStream().forEach(inner -> collectObjects(inner, found));
  }

  /** The schema with a name. */
  JsonNode schema(String name) {
    return file.at("/components/schemas/" + name);
  }

  /** What a node refers to; itself when it refers to nothing. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? file.at(node.path("$ref").asString().substring(1)) : node;
  }

  private static JsonNode read(Path path) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    try (Reader text = Files.newBufferedReader(path)) {
      Object tree = new Yaml(new SafeConstructor(strict)).load(text);
      return JSON.valueToTree(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
