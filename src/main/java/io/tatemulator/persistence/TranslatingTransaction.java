package io.tatemulator.persistence;

import jakarta.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Throws failures of the database as {@link DataAccessException}, whichever class has caused them:
 * repositories translate the exceptions of JPA, but an {@link jakarta.persistence.EntityManager}
 * and a {@link BulkWriter} do not. {@link BatchTransaction} and the control API distinguish them
 * from other failures.
 */
final class TranslatingTransaction extends TransactionTemplate {
  private static final HibernateJpaDialect DIALECT = new HibernateJpaDialect();

  TranslatingTransaction(PlatformTransactionManager manager) {
    super(manager);
  }

  @Override
  public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
    try {
      return super.execute(work);
    } catch (PersistenceException e) {
      DataAccessException translated = DIALECT.translateExceptionIfPossible(e);
      throw translated == null ? e : translated;
    }
  }
}
