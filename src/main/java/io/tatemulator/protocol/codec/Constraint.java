package io.tatemulator.protocol.codec;

import io.tatemulator.protocol.error.ApiException;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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
      found.add(new MaxLength(length));
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
      Uniform uniform = component.getAnnotation(Uniform.class);
      if (uniform != null) {
        found.add(new Uniformity(pattern, uniform));
      }
      found.add(new Format(pattern, matches));
    }
    return List.copyOf(found);
  }

  record MaxLength(Length rule) implements Constraint {
    @Override
    public Phase phase() {
      return Phase.LENGTH;
    }

    @Override
    public void check(String path, Object value) {
      int length =
          value instanceof List<?> list
              ? list.size()
              : value.toString().codePointCount(0, value.toString().length());
      if (length > rule.max()) {
        throw new ApiException(rule.error(), path, length, 0, rule.max());
      }
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

  record Uniformity(Pattern own, Uniform rule) implements Constraint {
    private static final Pattern ANY = Pattern.compile(ResourceId.ANY_PATTERN);

    @Override
    public Phase phase() {
      return Phase.FORMAT;
    }

    @Override
    public void check(String path, Object value) {
      List<?> list = (List<?>) value;
      if (list.stream().anyMatch(this::isOwn) && list.stream().anyMatch(this::isAnothers)) {
        throw new ApiException(rule.error(), path);
      }
    }

    private boolean isOwn(Object id) {
      return own.matcher((String) id).matches();
    }

    private boolean isAnothers(Object id) {
      return !isOwn(id) && ANY.matcher((String) id).matches();
    }
  }

  record Format(Pattern pattern, Matches rule) implements Constraint {
    @Override
    public Phase phase() {
      return Phase.FORMAT;
    }

    @Override
    public void check(String path, Object value) {
      if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          check(path + "." + i, String.valueOf(list.get(i)));
        }
      } else if (!pattern.matcher(value.toString()).matches()) {
        throw new ApiException(rule.error(), path, value);
      }
    }
  }
}
