package io.tatemulator.persistence;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Processes many rows in one transaction and, when one of them fails, splits them into halves, so
 * that it fails alone.
 */
@Component
public final class BatchTransaction {
  private final TransactionOperations transaction;

  /** Creates an instance that uses the transactions of the database. */
  public BatchTransaction(TransactionOperations transaction) {
    this.transaction = transaction;
  }

  /**
   * Processes all rows. A failure of the database is not caused by a row: it ends the run. So does
   * any failure within an outer transaction, which has failed with it; retry outside of it.
   *
   * @param work processes some of the rows, in a transaction
   * @param onSuccess receives the result after the transaction has ended
   * @param onFailure receives a row that cannot be processed, and the reason
   */
  public <T, R> void run(
      List<T> rows,
      Function<List<T>, R> work,
      Consumer<R> onSuccess,
      BiConsumer<T, Throwable> onFailure) {
    R result;
    try {
      result = transaction.execute(status -> work.apply(rows));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      if (TransactionSynchronizationManager.isActualTransactionActive() || !isRowFailure(e)) {
        throw e;
      }
      if (rows.size() == 1) {
        onFailure.accept(rows.get(0), e);
        return;
      }
      int half = rows.size() / 2;
      run(rows.subList(0, half), work, onSuccess, onFailure);
      run(rows.subList(half, rows.size()), work, onSuccess, onFailure);
      return;
    }
    onSuccess.accept(result);
  }

  private static boolean isRowFailure(Throwable failure) {
    return failure instanceof DataIntegrityViolationException
        || !(failure instanceof DataAccessException || failure instanceof TransactionException);
  }

  /** Returns whether the same work may succeed at once, since the database itself can be used. */
  public static boolean isWorthAnotherAttempt(Throwable failure) {
    return !(failure instanceof DataAccessResourceFailureException
        || failure instanceof TransactionException);
  }
}
