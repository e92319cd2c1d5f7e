package io.tatemulator.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One of many connections that a single thread serves, each on one errand. It is kept for the next
 * errand where that is possible, and otherwise opened anew.
 */
final class Line implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final Selector selector;
  private final InetSocketAddress server;
  private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
  private SocketChannel channel;
  private SelectionKey key;
  private ByteBuffer out;
  private Errand errand;
  private long start;
  private boolean done;

  /** Opens a connection and begins its first errand. */
  Line(Selector selector, int port, Errand first) throws IOException {
    this.selector = selector;
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.channel = open();
    this.key = channel.register(selector, SelectionKey.OP_READ, this);
    this.errand = first;
    this.out = ByteBuffer.wrap(first.bytes());
    begin(first);
  }

  /** Begins an errand; the one before it must be done. */
  void begin(Errand next) throws IOException {
    if (!channel.isOpen()) {
      channel = open();
      key = channel.register(selector, SelectionKey.OP_READ, this);
    }
    errand = next;
    out = ByteBuffer.wrap(next.bytes());
    in.clear();
    start = System.nanoTime();
    done = false;
    try {
      send();
    } catch (IOException e) {
      cutOff();
    }
  }

  /** Goes on, since the server has sent something or can take more. */
  void goOn() throws IOException {
    try {
      if (out.hasRemaining() && key.isWritable()) {
        send();
      }
      if (!done && key.isReadable()) {
        read();
      }
    } catch (IOException e) {
      cutOff();
    }
  }

  /** Gives the errand up when it takes longer than it may. */
  void watch() throws IOException {
    if (System.nanoTime() - start > errand.patienceMillis() * 1_000_000) {
      close();
      errand.overdue();
    }
  }

  /** Whether it is free for the next errand. */
  boolean isDone() {
    return done;
  }

  @Override
  public void close() throws IOException {
    done = true;
    channel.close();
  }

  private void send() throws IOException {
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    if (!out.hasRemaining()) {
      end();
    }
  }

  private void end() throws IOException {
    switch (errand.ending()) {
      case WAIT -> {}
      case HALF_CLOSE -> channel.shutdownOutput();
      case CLOSE -> close();
      case ABORT -> {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
      }
    }
  }

  private void read() throws IOException {
    if (!in.hasRemaining()) {
      throw new BenchmarkFailure("an answer is longer than " + BUFFER + " bytes");
    }
    if (channel.read(in) < 0) {
      cutOff();
      return;
    }
    HttpAnswer answer =
        HttpAnswer.of(new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1));
    if (answer != null) {
      done = true;
      if (answer.closes() || out.hasRemaining() || errand.ending() != Errand.Ending.WAIT) {
        close();
      }
      errand.answered(answer);
    }
  }

  private void cutOff() throws IOException {
    close();
    errand.cutOff();
  }

  private SocketChannel open() throws IOException {
    SocketChannel opened = SocketChannel.open(server);
    opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    opened.configureBlocking(false);
    return opened;
  }
}
