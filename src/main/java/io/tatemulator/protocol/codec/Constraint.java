package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCodes;
import io.tatemulator.protocol.error.ProtocolError;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A constraint on the value of a parameter whose type is valid. */
interface Constraint {
  /** The order of the cloud's checks: all lengths of a request first, then ranges, then formats. */
  enum Phase {
    LENGTH,
    RANGE,
    FORMAT
  }

  Phase phase();

  void check(String path, Object value, ErrorCodes errors);

  static List<Constraint> of(RecordComponent component) {
    List<Constraint> constraints = new ArrayList<>();
    Size size = component.getAnnotation(Size.class);
    if (size != null) {
      constraints.add(new MaxLength(size, component.isAnnotationPresent(Sensitive.class)));
    }
    OneOf oneOf = component.getAnnotation(OneOf.class);
    if (oneOf != null) {
      constraints.add(new Enumeration(List.of(oneOf.value())));
    }
    Range range = component.getAnnotation(Range.class);
    if (range != null) {
      constraints.add(new Bounds(range));
    }
    Pattern format = component.getAnnotation(Pattern.class);
    if (format != null) {
      constraints.add(
          new Format(
              matching(format.value()), format, component.getAnnotation(SameResourceType.class)));
    }
    return List.copyOf(constraints);
  }

  private static Predicate<String> matching(String regex) {
    return java.util.regex.Pattern.compile(regex).asMatchPredicate();
  }

  record MaxLength(Size rule, boolean sensitive) implements Constraint {
    @Override
    public Phase phase() {
      return Phase.LENGTH;
    }

    @Override
    public void check(String path, Object value, ErrorCodes errors) {
      if (lengthOf(value) > rule.max()) {
        throw new ApiException(
            errors.error(rule.error()), path, offendingValue(value), 0, rule.max());
      }
    }

    private static int lengthOf(Object value) {
      if (value instanceof List<?> list) {
        return list.size();
      }
      String text = value.toString();
      return text.codePointCount(0, text.length());
    }

    private Object offendingValue(Object value) {
      if (sensitive) {
        return Masking.MASK;
      }
      return value instanceof List<?> list ? list.get(rule.max()) : value;
    }
  }

  record Enumeration(List<String> allowed) implements Constraint {
    @Override
    public Phase phase() {
      return Phase.RANGE;
    }

    @Override
    public void check(String path, Object value, ErrorCodes errors) {
      if (!allowed.contains(value.toString())) {
        throw new ApiException(ProtocolError.NOT_ONE_OF, path, value, String.join(", ", allowed));
      }
    }
  }

  record Bounds(Range rule) implements Constraint {
    @Override
    public Phase phase() {
      return Phase.RANGE;
    }

    @Override
    public void check(String path, Object value, ErrorCodes errors) {
      long number = (Long) value;
      if (number < rule.min()) {
        throw new ApiException(errors.error(rule.below()), path, value, rule.min(), rule.max());
      }
      if (number > rule.max()) {
        throw new ApiException(errors.error(rule.above()), path, value, rule.min(), rule.max());
      }
    }
  }

  record Format(Predicate<String> format, Pattern rule, @Nullable SameResourceType sameResourceType)
      implements Constraint {
    @Override
    public Phase phase() {
      return Phase.FORMAT;
    }

    @Override
    public void check(String path, Object value, ErrorCodes errors) {
      if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          if (!matches(list.get(i))) {
            throw formatError(path, list, i, errors);
          }
        }
      } else if (!matches(value)) {
        throw new ApiException(errors.error(rule.error()), path, value);
      }
    }

    private ApiException formatError(String path, List<?> list, int index, ErrorCodes errors) {
      if (sameResourceType != null
          && list.stream().anyMatch(this::matches)
          && list.stream().anyMatch(id -> isOfOtherResource(id, sameResourceType))) {
        return new ApiException(errors.error(sameResourceType.error()), path);
      }
      return new ApiException(errors.error(rule.error()), path + "." + index, list.get(index));
    }

    private boolean matches(Object text) {
      return format.test((String) text);
    }

    private boolean isOfOtherResource(Object text, SameResourceType rule) {
      return !matches(text) && matching(rule.anyResource()).test((String) text);
    }
  }
}
