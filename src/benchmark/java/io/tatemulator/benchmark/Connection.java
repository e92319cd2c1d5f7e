package io.tatemulator.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A keep-alive connection that sends one request after the other. It is a bare socket because
 * java.net.http would take about as much of the cores that client and server share as the server
 * does, and so hide what is measured.
 */
final class Connection implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BUFFER = 64 * 1024;

  private final int port;
  private Socket socket;
  private InputStream in;

  Connection(int port) throws IOException {
    this.port = port;
    this.socket = open();
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @return the whole body
   * @throws BenchmarkFailure when the emulator refuses
   */
  String send(Request request) throws IOException {
    String body = answer(request);
    if (body.contains("\"Error\":{")) {
      throw new BenchmarkFailure(request.action() + " was answered " + body);
    }
    return body;
  }

  /** The same, with the answer's {@code Response} read. */
  JsonNode call(Request request) throws IOException {
    return JSON.readTree(send(request)).path("Response");
  }

  /** The code of the error that a request is refused with; empty when it is not refused. */
  String refusal(Request request) throws IOException {
    return JSON.readTree(answer(request)).path("Response").path("Error").path("Code").asString("");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String answer(Request request) throws IOException {
    socket.getOutputStream().write(request.bytes());
    String status = line();
    int length = -1;
    boolean closes = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      closes |= lower.equals("connection: close");
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new BenchmarkFailure(request.action() + " was answered " + status + " " + body);
    }
    if (closes) {
      reopen();
    }
    return body;
  }

  private void reopen() throws IOException {
    socket.close();
    socket = open();
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  private Socket open() throws IOException {
    Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
    opened.setTcpNoDelay(true);
    return opened;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
