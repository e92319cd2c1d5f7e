package io.tatemulator.command;

import io.tatemulator.storage.JsonText;
import io.tatemulator.support.Snapshotable;
import java.util.Base64;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * Checks that the texts of command revisions can be read, since a snapshot may be a file written by
 * hand.
 */
@Component
final class StoredRevisions implements Snapshotable {
  private final JdbcTemplate jdbc;

  StoredRevisions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void check() {
    RowCallbackHandler check =
        row -> {
          Base64.getDecoder().decode(row.getString(1));
          for (DefaultParameterConf conf :
              JsonText.readList(row.getString(2), DefaultParameterConf.class)) {
            if (conf == null || conf.parameterName() == null || conf.parameterValue() == null) {
              throw new IllegalArgumentException("a default parameter has no name or no value");
            }
          }
        };
    jdbc.query("select content, default_parameter_confs from command_revision", check);
  }

  @Override
  public void restored() {
    // It holds nothing.
  }
}
