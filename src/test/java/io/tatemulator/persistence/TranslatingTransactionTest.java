package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

class TranslatingTransactionTest {
  private final TransactionOperations transaction =
      new TranslatingTransaction(mock(PlatformTransactionManager.class));

  private void run(RuntimeException failure) {
    transaction.executeWithoutResult(
        status -> {
          throw failure;
        });
  }

  @Test
  void failuresOfJpaAreThoseOfSpring() {
    SQLException cause = new SQLException("on purpose");
    assertThatThrownBy(() -> run(new JDBCConnectionException("closed", cause)))
        .isInstanceOf(DataAccessResourceFailureException.class);
    assertThatThrownBy(() -> run(new ConstraintViolationException("twice", cause, "key")))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> run(new PersistenceException("other")))
        .isInstanceOf(JpaSystemException.class);
  }

  @Test
  void otherFailuresAreNotChanged() {
    IllegalStateException failure = new IllegalStateException("on purpose");
    assertThatThrownBy(() -> run(failure)).isSameAs(failure);
  }
}
