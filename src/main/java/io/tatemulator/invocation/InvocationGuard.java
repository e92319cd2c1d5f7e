package io.tatemulator.invocation;

import io.tatemulator.command.Command;
import io.tatemulator.command.CommandDeletionGuard;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.tat.ResourceId;
import io.tatemulator.tat.TatError;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prevents the deletion of a command that an unfinished invocation runs. */
@Component
final class InvocationGuard implements CommandDeletionGuard {
  // Starts from the tasks with a next step, which are few, instead of from all invocations.
  private static final String UNFINISHED =
      "select 1 from invocation_task t join invocation i on i.id = t.invocation_id"
          + " join command_revision r on r.id = i.revision_id"
          + " where t.next_step_at >= 0 and i.tenant_id = ? and r.command_number = ? limit 1";

  private final JdbcClient jdbc;

  InvocationGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<ErrorCode> deletionError(Command command) {
    long commandNumber = ResourceId.COMMAND.parse(command.commandId()).orElseThrow();
    return jdbc.sql(UNFINISHED)
        .params(command.tenantId(), commandNumber)
        .query(Integer.class)
        .optional()
        .map(found -> TatError.COMMAND_IN_EXECUTING);
  }
}
