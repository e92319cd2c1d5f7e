package io.tatemulator.invocation;

import io.tatemulator.command.Command;
import io.tatemulator.command.CommandUse;
import io.tatemulator.protocol.error.ErrorCode;
import io.tatemulator.support.ResourceId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A command that an unfinished invocation runs cannot be deleted. */
@Component
final class RunningCommands implements CommandUse {
  // Through the tasks that still wait for something, which are few, rather than through all
  // invocations.
  private static final String UNFINISHED =
      "select 1 from invocation_task t join invocation i on i.id = t.invocation_id"
          + " join command_revision r on r.id = i.revision_id"
          + " where t.next_step_at >= 0 and i.tenant_id = ? and r.command_number = ? limit 1";

  private final JdbcClient jdbc;

  RunningCommands(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<ErrorCode> refusal(Command command) {
    long number = ResourceId.COMMAND.parse(command.commandId()).orElseThrow();
    return jdbc.sql(UNFINISHED)
        .params(command.tenantId(), number)
        .query(Integer.class)
        .optional()
        .map(found -> ErrorCode.COMMAND_IN_EXECUTING);
  }
}
