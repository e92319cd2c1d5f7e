package io.tatemulator.docs;

import io.tatemulator.protocol.ActionDoc;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.Raises;
import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.protocol.codec.Int64;
import io.tatemulator.protocol.codec.OneOf;
import io.tatemulator.protocol.codec.Pattern;
import io.tatemulator.protocol.codec.Range;
import io.tatemulator.protocol.codec.Required;
import io.tatemulator.protocol.codec.SameResourceType;
import io.tatemulator.protocol.codec.Size;
import io.tatemulator.protocol.error.ProtocolError;
import io.tatemulator.tag.TagService;
import io.tatemulator.tat.TatAction;
import io.tatemulator.tat.TatService;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The documentation page of one action, made from its class. */
final class ActionPage {
  private final Class<?> action;
  private final ServiceModel service;
  private final ActionDoc documented;
  private final List<String> parameters;
  private final TreeSet<String> codes = new TreeSet<>();

  ActionPage(Class<?> action) {
    this.action = action;
    this.service = TatAction.class.isAssignableFrom(action) ? TatService.MODEL : TagService.MODEL;
    this.documented =
        Optional.ofNullable(action.getAnnotation(ActionDoc.class))
            .orElseThrow(() -> new IllegalStateException(action + " is not @ActionDoc"));
    this.parameters = parameters("", records()[0]).toList();
    Stream.concat(
            Arrays.stream(documented.raises()),
            Arrays.stream(documented.checks()).flatMap(ActionPage::raised))
        .forEach(this::raises);
  }

  /** The pages of all actions, by name. */
  static List<ActionPage> all() {
    var actions = new ClassPathScanningCandidateComponentProvider(false);
    actions.addIncludeFilter(new AssignableTypeFilter(ActionHandler.class));
    return actions.findCandidateComponents("io.tatemulator").stream()
        .map(action -> ClassUtils.resolveClassName(action.getBeanClassName(), null))
        .filter(action -> action.getPackageName().endsWith(".action"))
        .map(ActionPage::new)
        .sorted(Comparator.comparing(ActionPage::name))
        .toList();
  }

  /** The codes that the action raises, beside those of every action. */
  Set<String> codes() {
    return Collections.unmodifiableSet(codes);
  }

  ServiceModel service() {
    return service;
  }

  String name() {
    return action.getSimpleName();
  }

  String summary() {
    return documented.value();
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("<!-- Made from the code; ActionPagesTest says how. -->");
    lines.addAll(List.of("# " + name(), "", documented.value(), "", "## Parameters", ""));
    lines.addAll(table("| parameter | type | required | rules |", parameters));
    lines.addAll(List.of("", "## Response", ""));
    lines.addAll(table("| member | type |", members("", records()[1]).toList()));
    lines.addAll(
        List.of(
            "",
            "## Errors",
            "",
            "Beside [those of every action](README.md#errors-of-every-action):",
            ""));
    lines.addAll(
        codes.isEmpty()
            ? List.of("none.")
            : codes.stream().map(code -> "- `" + code + "`").toList());
    if (documented.inferred().length > 0) {
      lines.addAll(List.of("", "## Where the documentation specifies nothing", ""));
      Arrays.stream(documented.inferred()).map(note -> "- " + note).forEach(lines::add);
    }
    return String.join("\n", lines) + "\n";
  }

  private static Stream<String> raised(Class<?> check) {
    return Optional.ofNullable(check.getAnnotation(Raises.class))
        .map(raises -> Arrays.stream(raises.value()))
        .orElseThrow(() -> new IllegalStateException(check + " does not say what it @Raises"));
  }

  private Class<?>[] records() {
    return GenericTypeResolver.resolveTypeArguments(action, ActionHandler.class);
  }

  private static List<String> table(String head, List<String> rows) {
    List<String> table = new ArrayList<>(List.of(head, head.replaceAll("[^|]+", "---")));
    table.addAll(rows);
    return rows.isEmpty() ? List.of("none.") : table;
  }

  private Stream<String> parameters(String prefix, Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .flatMap(
            part -> {
              String path = prefix + api(part);
              String required = part.isAnnotationPresent(Required.class) ? "yes" : "";
              String row =
                  "| `%s` | %s | %s | %s |".formatted(path, type(part), required, rules(part));
              return Stream.concat(
                  Stream.of(row),
                  nested(part.getGenericType()).stream()
                      .flatMap(inner -> parameters(path + step(part), inner)));
            });
  }

  private static Stream<String> members(String prefix, Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .flatMap(
            part -> {
              String path = prefix + api(part);
              return Stream.concat(
                  Stream.of("| `%s` | %s |".formatted(path, type(part))),
                  nested(part.getGenericType()).stream()
                      .flatMap(inner -> members(path + step(part), inner)));
            });
  }

  private String rules(RecordComponent part) {
    List<String> rules = new ArrayList<>();
    Optional.ofNullable(part.getAnnotation(Size.class))
        .ifPresent(rule -> rules.add("at most " + rule.max() + refused(rule.error())));
    Optional.ofNullable(part.getAnnotation(OneOf.class))
        .ifPresent(
            rule ->
                rules.add(
                    "one of `"
                        + String.join("`, `", rule.value())
                        + "`"
                        + refused(ProtocolError.NOT_ONE_OF.code())));
    Optional.ofNullable(part.getAnnotation(Range.class))
        .ifPresent(rule -> rules.add(bounds(rule, part.isAnnotationPresent(Int64.class))));
    Optional.ofNullable(part.getAnnotation(Pattern.class))
        .ifPresent(
            rule ->
                rules.add(
                    "of the form `"
                        + rule.value().replace("|", "\\|")
                        + "`"
                        + refused(rule.error())));
    Optional.ofNullable(part.getAnnotation(SameResourceType.class))
        .ifPresent(
            rule ->
                rules.add("no identifiers of other resources among them" + refused(rule.error())));
    return String.join("; ", rules);
  }

  private String bounds(Range rule, boolean signed) {
    // What is below 0 has another type than an unsigned parameter.
    boolean typed = rule.min() == 0 && !signed;
    String from = "from " + rule.min() + (typed ? "" : refused(rule.below()));
    return rule.max() == Long.MAX_VALUE ? from : from + " to " + rule.max() + refused(rule.above());
  }

  private String refused(String error) {
    return " (`" + raises(error) + "`)";
  }

  private String raises(String error) {
    String code = service.error(error).codeIn(service.errorList(name()));
    codes.add(code);
    return code;
  }

  private static String api(RecordComponent part) {
    return Character.toUpperCase(part.getName().charAt(0)) + part.getName().substring(1);
  }

  private static String step(RecordComponent part) {
    return part.getType() == List.class ? ".N." : ".";
  }

  private static Optional<Class<?>> nested(Type type) {
    Type item = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    return item instanceof Class<?> found && found.isRecord()
        ? Optional.of(found)
        : Optional.empty();
  }

  private static String type(RecordComponent part) {
    if (part.getGenericType() instanceof ParameterizedType list) {
      return "list of " + type((Class<?>) list.getActualTypeArguments()[0], false);
    }
    return type(part.getType(), part.isAnnotationPresent(Int64.class));
  }

  private static String type(Class<?> type, boolean signed) {
    if (type.isRecord()) {
      return "object";
    }
    return switch (type.getSimpleName()) {
      case "Long", "long" -> signed ? "int64" : "integer";
      case "Boolean", "boolean" -> "boolean";
      case "Instant" -> "time, `YYYY-MM-DDThh:mm:ssZ`";
      default -> "string";
    };
  }
}
