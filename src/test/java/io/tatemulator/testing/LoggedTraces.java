package io.tatemulator.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Collects whatever this process logs with a stack trace, until it is closed. */
public final class LoggedTraces extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final String FRAME = "\tat ";

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final List<String> found = new CopyOnWriteArrayList<>();

  /** Begins to collect. Starting an emulator configures the loggers anew, so start it before. */
  public LoggedTraces() {
    start();
    root.addAppender(this);
  }

  /** Returns what has been logged with a stack trace. */
  public List<String> found() {
    return found;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String text = event.getFormattedMessage();
    if (event.getThrowableProxy() != null) {
      text += "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
    }
    if (text.contains(FRAME)) {
      found.add(text);
    }
  }

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
