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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of many keep-alive connections that a single thread serves, each with one request under way.
 */
final class Line implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final String HEAD_END = "\r\n\r\n";
  private static final Pattern LENGTH =
      Pattern.compile("\r\nContent-Length: *(\\d+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSES =
      Pattern.compile("\r\nConnection: *close", Pattern.CASE_INSENSITIVE);

  private final Selector selector;
  private final InetSocketAddress server;
  private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
  private SocketChannel channel;

  Line(Selector selector, int port) throws IOException {
    this.selector = selector;
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.channel = open();
  }

  /** Sends a request; the one before it must have been answered. */
  void send(Request request) throws IOException {
    in.clear();
    ByteBuffer out = ByteBuffer.wrap(request.bytes());
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /**
   * Reads what has come.
   *
   * @return whether the request has been answered
   * @throws BenchmarkFailure when the emulator refuses
   */
  boolean read() throws IOException {
    if (channel.read(in) < 0) {
      throw new BenchmarkFailure("the server closed a connection");
    }
    String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
    int head = text.indexOf(HEAD_END);
    Matcher length = LENGTH.matcher(text);
    if (head < 0 || !length.find()) {
      return false;
    }
    if (text.length() < head + HEAD_END.length() + Integer.parseInt(length.group(1))) {
      return false;
    }
    if (!text.startsWith("HTTP/1.1 200") || text.contains("\"Error\":{")) {
      throw new BenchmarkFailure("an answer was " + text);
    }
    if (CLOSES.matcher(text).find()) {
      channel.close();
      channel = open();
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private SocketChannel open() throws IOException {
    SocketChannel opened = SocketChannel.open(server);
    opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    opened.configureBlocking(false);
    opened.register(selector, SelectionKey.OP_READ, this);
    return opened;
  }
}
