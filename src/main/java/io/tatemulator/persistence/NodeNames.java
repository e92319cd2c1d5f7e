package io.tatemulator.persistence;

import java.sql.SQLException;
import java.util.List;

/** The names of nodes, by which the server knows their connections. */
final class NodeNames {
  private static final String APPLICATION = "tat-emulator ";

  private NodeNames() {}

  /** Returns what the connections of a node are called. */
  static String application(String node) {
    return APPLICATION + node;
  }

  /** Returns the nodes that share an advisory lock, in order. */
  static List<String> sharing(LockSession session, long key) throws SQLException {
    return session
        .query(
            "select distinct application_name from pg_stat_activity join pg_locks using (pid)"
                + " where locktype = 'advisory' and datname = current_database()"
                + " and database = datid and classid::bigint = ? and objid::bigint = ?"
                + " and objsubid = 1 and mode = 'ShareLock' and granted order by 1",
            key >>> 32,
            key & 0xFFFF_FFFFL)
        .stream()
        .filter(application -> application.startsWith(APPLICATION))
        .map(application -> application.substring(APPLICATION.length()))
        .toList();
  }
}
