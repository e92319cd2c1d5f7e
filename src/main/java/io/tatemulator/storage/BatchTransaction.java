package io.tatemulator.storage;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Works on many rows in one transaction; when one of them does not let it, on halves of them, so
 * that it fails alone.
 */
@Component
public final class BatchTransaction {
  private final TransactionOperations transaction;

  /** With the transactions of the database. */
  public BatchTransaction(TransactionOperations transaction) {
    this.transaction = transaction;
  }

  /**
   * Works on all rows. A failure of the database is no row's fault: it ends the work. So does any
   * failure within a transaction that has begun before, which has failed with it and is to be tried
   * again without.
   *
   * @param together works on some of them, in a transaction
   * @param done is told what came of that, once the transaction has ended
   * @param alone is told of a row that cannot be worked on, and why
   */
  public <T, R> void run(
      List<T> rows,
      Function<List<T>, R> together,
      Consumer<R> done,
      BiConsumer<T, Throwable> alone) {
    R result;
    try {
      result = transaction.execute(status -> together.apply(rows));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      if (TransactionSynchronizationManager.isActualTransactionActive() || !isFaultOfARow(e)) {
        throw e;
      }
      if (rows.size() == 1) {
        alone.accept(rows.get(0), e);
        return;
      }
      int half = rows.size() / 2;
      run(rows.subList(0, half), together, done, alone);
      run(rows.subList(half, rows.size()), together, done, alone);
      return;
    }
    done.accept(result);
  }

  private static boolean isFaultOfARow(Throwable failure) {
    return failure instanceof DataIntegrityViolationException
        || !(failure instanceof DataAccessException || failure instanceof TransactionException);
  }
}
