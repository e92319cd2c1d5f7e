package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a parameter's value must satisfy once its type is right. */
interface Constraint {
  /**
   * The order in which the cloud looks: all lengths of a request first, then ranges, then formats.
   */
  enum Phase {
    LENGTH,
    RANGE,
    FORMAT
  }

  Phase phase();

  void check(String path, Object value);

  static List<Constraint> of(RecordComponent component) {
    List<Constraint> found = new ArrayList<>();
    Length length = component.getAnnotation(Length.class);
    if (length != null) {
      found.add(new MaxLength(length, component.isAnnotationPresent(Confidential.class)));
    }
    OneOf oneOf = component.getAnnotation(OneOf.class);
    if (oneOf != null) {
      found.add(new Enumeration(List.of(oneOf.value())));
    }
    Between between = component.getAnnotation(Between.class);
    if (between != null) {
      found.add(new Bounds(between));
    }
    Matches matches = component.getAnnotation(Matches.class);
    if (matches != null) {
      Pattern pattern = Pattern.compile(matches.value());
      found.add(new Format(pattern, matches, component.getAnnotation(Uniform.class)));
    }
    return List.copyOf(found);
  }

  record MaxLength(Length rule, boolean confidential) implements Constraint {
    @Override
    public Phase phase() {
      return Phase.LENGTH;
    }

    @Override
    public void check(String path, Object value) {
      if (lengthOf(value) > rule.max()) {
        throw new ApiException(rule.error(), path, surplus(value), 0, rule.max());
      }
    }

    private static int lengthOf(Object value) {
      if (value instanceof List<?> list) {
        return list.size();
      }
      String text = value.toString();
      return text.codePointCount(0, text.length());
    }

    private Object surplus(Object value) {
      if (confidential) {
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
    public void check(String path, Object value) {
      if (!allowed.contains(value.toString())) {
        throw new ApiException(ErrorCode.NOT_ONE_OF, path, value, String.join(", ", allowed));
      }
    }
  }

  record Bounds(Between rule) implements Constraint {
    @Override
    public Phase phase() {
      return Phase.RANGE;
    }

    @Override
    public void check(String path, Object value) {
      long number = (Long) value;
      if (number < rule.min()) {
        throw new ApiException(rule.below(), path, value, rule.min(), rule.max());
      }
      if (number > rule.max()) {
        throw new ApiException(rule.above(), path, value, rule.min(), rule.max());
      }
    }
  }

  record Format(Pattern pattern, Matches rule, @Nullable Uniform uniform) implements Constraint {
    private static final Pattern ANY_ID = Pattern.compile(ResourceId.ANY_PATTERN);

    @Override
    public Phase phase() {
      return Phase.FORMAT;
    }

    @Override
    public void check(String path, Object value) {
      if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          if (!fits(list.get(i))) {
            throw misfit(path, list, i);
          }
        }
      } else if (!fits(value)) {
        throw new ApiException(rule.error(), path, value);
      }
    }

    private ApiException misfit(String path, List<?> list, int place) {
      boolean anothers = list.stream().anyMatch(id -> !fits(id) && isAnyId(id));
      if (uniform != null && anothers && list.stream().anyMatch(this::fits)) {
        return new ApiException(uniform.error(), path);
      }
      return new ApiException(rule.error(), path + "." + place, list.get(place));
    }

    private boolean fits(Object text) {
      return pattern.matcher((String) text).matches();
    }

    private static boolean isAnyId(Object text) {
      return ANY_ID.matcher((String) text).matches();
    }
  }
}
