package io.tatemulator.persistence;

import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;

/**
 * Hibernate's dialect of PostgreSQL, with large binary values in the rows. By default they would be
 * large objects, which stay when their row is deleted.
 */
public final class PostgresHibernateDialect extends PostgreSQLDialect {
  /** Creates the dialect of the oldest version that the emulator supports. */
  public PostgresHibernateDialect() {
    super(DatabaseVersion.make(PostgresDatabase.MIN_VERSION));
  }

  @Override
  protected String columnType(int type) {
    return type == SqlTypes.BLOB ? "bytea" : super.columnType(type);
  }

  @Override
  public void contributeTypes(TypeContributions types, ServiceRegistry services) {
    super.contributeTypes(types, services);
    types
        .getTypeConfiguration()
        .getJdbcTypeRegistry()
        .addDescriptor(Types.BLOB, VarbinaryJdbcType.INSTANCE);
  }
}
