package io.tatemulator.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.stereotype.Component;

/** Numbers every row, whatever its table. */
@Component
public final class IdSequence {
  private final Numbers numbers;

  IdSequence(HikariDataSource pool) {
    this.numbers = new Numbers("emulator_id", pool);
  }

  /** A number that no other row has or will have. */
  public long next() {
    return numbers.next();
  }

  /** What {@link #next} will give. */
  long peek() {
    return numbers.peek();
  }

  /** Goes on with some number, whatever has been given. */
  void goOnWith(long number) {
    numbers.goOnWith(number);
  }
}
