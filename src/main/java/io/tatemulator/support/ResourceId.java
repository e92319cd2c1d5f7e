package io.tatemulator.support;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The public identifiers of TAT, such as {@code cmd-7efujjs6}.
 *
 * <p>A resource is numbered by a database sequence; its public identifier is that number, scattered
 * over all eight character texts by {@link IdPermutation}. So an identifier needs no column and no
 * index of its own, never repeats, and looks as random as the cloud's.
 */
public enum ResourceId {
  COMMAND("cmd"),
  INVOKER("ivk"),
  INVOCATION("inv"),
  TASK("invt");

  /** The form that the identifiers of all resources share. */
  public static final String ANY_PATTERN = "[a-z]{2,5}-[0-9a-z]{8,16}";

  /** Accepted command ids. Newer samples of the cloud are longer than eight characters. */
  public static final String COMMAND_PATTERN = "cmd-[0-9a-z]{8,16}";

  /** Accepted invoker ids. */
  public static final String INVOKER_PATTERN = "ivk-[0-9a-z]{8,16}";

  /** Accepted invocation ids. */
  public static final String INVOCATION_PATTERN = "inv-[0-9a-z]{8,16}";

  /** Accepted invocation task ids. */
  public static final String TASK_PATTERN = "invt-[0-9a-z]{8,16}";

  private static final int LENGTH = 8;
  private static final int RADIX = 36;
  private static final Pattern ISSUED = Pattern.compile("[0-9a-z]{" + LENGTH + "}");

  private final String prefix;

  ResourceId(String prefix) {
    this.prefix = prefix + "-";
  }

  /**
   * The public identifier of a resource.
   *
   * @param number the resource's number, from 0 to 36^8 - 1
   */
  public String format(long number) {
    String digits = Long.toString(IdPermutation.scatter(number), RADIX);
    return prefix + "0".repeat(LENGTH - digits.length()) + digits;
  }

  /**
   * The number behind a public identifier.
   *
   * @return empty when no resource can bear this identifier
   */
  public OptionalLong parse(String id) {
    if (!id.startsWith(prefix)) {
      return OptionalLong.empty();
    }
    String digits = id.substring(prefix.length());
    return ISSUED.matcher(digits).matches()
        ? OptionalLong.of(IdPermutation.gather(Long.parseLong(digits, RADIX)))
        : OptionalLong.empty();
  }

  /** The numbers behind several public identifiers, without those that no resource can bear. */
  public List<Long> numbers(Collection<String> ids) {
    return ids.stream().flatMapToLong(id -> parse(id).stream()).boxed().toList();
  }
}
