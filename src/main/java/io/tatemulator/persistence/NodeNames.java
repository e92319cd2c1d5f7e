package io.tatemulator.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The names of nodes, by which the server knows their connections. */
final class NodeNames {
  /**
   * A node of which no connection has been used for so long does not respond. Each uses one more
   * often, also when it pauses or waits.
   */
  private static final Duration UNRESPONSIVE = Duration.ofSeconds(10);

  /** Logged with the name of the node. */
  static final String UNRESPONSIVE_NODE =
      "the node {} does not respond; its connections to the database are ended";

  private static final String APPLICATION = "tat-emulator ";

  /** What the connections that hold an advisory lock are called. */
  private static final String HOLDERS =
      "select distinct application_name from pg_stat_activity join pg_locks using (pid)"
          + " where locktype = 'advisory' and datname = current_database()"
          + " and database = datid and classid::bigint = ? and objid::bigint = ?"
          + " and objsubid = 1 and granted";

  private static final Logger LOG = LoggerFactory.getLogger(NodeNames.class);

  private NodeNames() {}

  /** Returns what the connections of a node are called. */
  static String application(String node) {
    return APPLICATION + node;
  }

  /** Returns the nodes that share an advisory lock, in order. */
  static List<String> sharing(LockSession session, long key) throws SQLException {
    return names(
        session.query(HOLDERS + " and mode = 'ShareLock' order by 1", high(key), low(key)));
  }

  private static List<String> unresponsive(LockSession session, long key) throws SQLException {
    return names(
        session.query(
            HOLDERS
                + " and not exists (select from pg_stat_activity as used"
                + " where used.application_name = pg_stat_activity.application_name"
                + " and used.datname = current_database()"
                + " and clock_timestamp() - used.state_change < make_interval(secs => ?))",
            high(key),
            low(key),
            UNRESPONSIVE.toSeconds()));
  }

  /** Returns whether the process of a connection has an advisory lock. */
  static boolean holds(Connection connection, long key, int pid) throws SQLException {
    return !LockSession.query(connection, HOLDERS + " and pid = ?", high(key), low(key), pid)
        .isEmpty();
  }

  /**
   * Ends all connections of a node and waits until they have ended, so that what it was doing is
   * either committed by then or never.
   *
   * @return false when some are left after some seconds
   */
  static boolean endConnections(LockSession session, String node) throws SQLException {
    return !session
        .query(
            "select pg_terminate_backend(pid, ?) from pg_stat_activity"
                + " where datname = current_database() and application_name = ?",
            LockSession.MAX_WAIT.toMillis(),
            application(node))
        .contains("f");
  }

  /** Ends the connections of those that have an advisory lock and do not respond. */
  static void endUnresponsive(LockSession session, long key) throws SQLException {
    for (String node : unresponsive(session, key)) {
      LOG.warn(UNRESPONSIVE_NODE, node);
      endConnections(session, node);
    }
  }

  private static List<String> names(List<String> applications) {
    return applications.stream()
        .filter(application -> application.startsWith(APPLICATION))
        .map(application -> application.substring(APPLICATION.length()))
        .toList();
  }

  private static long high(long key) {
    return key >>> 32;
  }

  private static long low(long key) {
    return key & 0xFFFF_FFFFL;
  }
}
