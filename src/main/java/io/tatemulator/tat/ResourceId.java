package io.tatemulator.tat;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The public identifiers of TAT, such as {@code cmd-7efujjs6}.
 *
 * <p>A database sequence numbers the resources; {@link IdPermutation} maps that number to a public
 * identifier among all texts of eight characters. So an identifier needs no column or index of its
 * own, never repeats, and looks as random as the cloud's.
 */
public enum ResourceId {
  COMMAND("cmd"),
  INVOKER("ivk"),
  INVOCATION("inv"),
  TASK("invt"),
  REGISTER_INSTANCE("rins");

  /** The common pattern of the identifiers of all resources. */
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
   * Returns the public identifier of a resource.
   *
   * @param number the resource's number, from 0 to 36^8 - 1
   */
  public String format(long number) {
    String digits = Long.toString(IdPermutation.permute(number), RADIX);
    return prefix + "0".repeat(LENGTH - digits.length()) + digits;
  }

  /**
   * Returns the number of a public identifier.
   *
   * @return empty when no resource can have this identifier
   */
  public OptionalLong parse(String id) {
    if (!id.startsWith(prefix)) {
      return OptionalLong.empty();
    }
    String digits = id.substring(prefix.length());
    return ISSUED.matcher(digits).matches()
        ? OptionalLong.of(IdPermutation.invert(Long.parseLong(digits, RADIX)))
        : OptionalLong.empty();
  }

  /** Returns the numbers of public identifiers, without those that no resource can have. */
  public List<Long> numbers(Collection<String> ids) {
    return ids.stream().flatMapToLong(id -> parse(id).stream()).boxed().toList();
  }
}
