package io.tatemulator.persistence;

import io.tatemulator.support.DaemonThreads;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The messages of the nodes of a database, by LISTEN and NOTIFY. A node ignores its own. */
final class NodeMessages implements AutoCloseable {
  /** The kinds of messages. */
  enum Kind {
    /** A node has to work alone; the text is about what it changes. */
    PAUSE,
    /** A node has stored due work; the text is its instant in milliseconds. */
    DUE,
    /** A node cancels moves of the clock. */
    CANCEL;

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the messages and the connection cause, on one thread. */
  interface Listener {
    /** Handles a message of another node. */
    void onMessage(Kind kind, String from, String text);

    /** Is called after messages, or when none has come for two seconds. */
    void onCheck() throws SQLException;

    /** Is called at once when the connection has failed. */
    void onConnectionLost() throws SQLException;

    /** Is called when there is one again; if it fails, after another attempt to connect. */
    void onConnectionFound() throws SQLException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(NodeMessages.class);
  private static final String CHANNEL = "tat_emulator";

  /** Others may be those of another version. */
  private static final Set<String> KINDS =
      Stream.of(Kind.values()).map(Kind::text).collect(Collectors.toUnmodifiableSet());

  private static final int QUIET_MILLIS = 2_000;
  private static final int RETRY_MILLIS = 500;

  /** Due work that is announced within this time is announced together. */
  private static final int DUE_MILLIS = 20;

  private final String node;
  private final LockSession incoming;
  private final LockSession outgoing;
  private final ScheduledExecutorService receiver = DaemonThreads.scheduled("node-receiver");
  private final ScheduledExecutorService sender = DaemonThreads.scheduled("node-sender");
  private final AtomicReference<@Nullable Instant> due = new AtomicReference<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  NodeMessages(DataSource server, String node) {
    this.node = node;
    incoming = new LockSession(server);
    outgoing = new LockSession(server);
  }

  /** Sends a message at once. */
  void send(LockSession session, Kind kind, String text) throws SQLException {
    session.query("select pg_notify(?, ?)", CHANNEL, String.join(" ", node, kind.text(), text));
  }

  /** Sends a message; it is lost if the database cannot be reached. */
  void sendOrLog(Kind kind, String text) {
    synchronized (outgoing) {
      try {
        outgoing.renew();
        send(outgoing, kind, text);
      } catch (SQLException e) {
        LOG.debug("the other nodes cannot be informed", e);
        outgoing.close();
      }
    }
  }

  /** Runs a job on another thread than that of the messages. */
  void runApart(Runnable job) {
    sender.execute(job);
  }

  /** Announces due work, with what else is announced within some milliseconds. */
  void sendDueAt(Instant instant) {
    Instant announced =
        due.getAndAccumulate(
            instant,
            (before, now) ->
                before != null && (now == null || before.isBefore(now)) ? before : now);
    if (announced == null) {
      var unused =
          sender.schedule(
              () -> {
                Instant earliest = due.getAndSet(null);
                if (earliest != null) {
                  sendOrLog(Kind.DUE, Long.toString(earliest.toEpochMilli()));
                }
              },
              DUE_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  /** Begins to receive messages. */
  void start(Listener listener) {
    receiver.execute(
        () -> {
          boolean lost = false;
          do {
            try {
              incoming.execute("listen " + CHANNEL);
              if (lost) {
                listener.onConnectionFound();
                lost = false;
              }
              receive(listener);
            } catch (SQLException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
              log(e);
              incoming.close();
              if (!lost) {
                notice(listener);
              }
              lost = true;
            }
          } while (!isClosed());
        });
  }

  private static void log(Throwable failure) {
    if (failure instanceof SQLException || failure instanceof DataAccessException) {
      LOG.debug("the connection to the other nodes is lost", failure);
    } else {
      LOG.warn("this node could not respond to another one; it tries again", failure);
    }
  }

  private static void notice(Listener listener) {
    try {
      listener.onConnectionLost();
    } catch (SQLException e) {
      LOG.debug("the connections cannot be checked", e);
    }
  }

  private void receive(Listener listener) throws SQLException {
    PGConnection connection = incoming.connection().unwrap(PGConnection.class);
    while (closing.getCount() > 0) {
      PGNotification[] received = connection.getNotifications(QUIET_MILLIS);
      if (received != null) {
        for (PGNotification notification : received) {
          handle(listener, notification.getParameter());
        }
      }
      incoming.execute("select 1");
      listener.onCheck();
    }
  }

  /** Waits before another attempt. */
  private boolean isClosed() {
    try {
      return closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void handle(Listener listener, String message) {
    String[] parts = message.split(" ", 3);
    if (parts.length == 3 && KINDS.contains(parts[1]) && !parts[0].equals(node)) {
      listener.onMessage(Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[0], parts[2]);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    sender.shutdown();
    receiver.shutdown();
    outgoing.close();
    incoming.close();
  }
}
