package io.tatemulator.benchmark.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A keep-alive connection to a server of this machine. It is a bare socket because java.net.http
 * takes about as much processor time for a request as the server does.
 */
public final class Connection implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;
  private Socket socket;
  private InputStream in;

  public Connection(int port) throws IOException {
    this.port = port;
    this.socket = connect();
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Opens a new socket if the last one is closed. */
  public void open() throws IOException {
    if (socket.isClosed()) {
      socket = connect();
      in = new BufferedInputStream(socket.getInputStream());
    }
  }

  public void write(byte[] request) throws IOException {
    open();
    socket.getOutputStream().write(request);
  }

  public Response read() throws IOException {
    Response response = Response.read(in);
    if (response.closes()) {
      socket.close();
    }
    return response;
  }

  public Response exchange(byte[] request) throws IOException {
    write(request);
    return read();
  }

  /** Sends a request of the cloud API, which must succeed, and returns the response's body. */
  public String send(Request request) throws IOException {
    Response response = exchange(request.bytes());
    if (!response.isSuccess()) {
      throw new IllegalStateException(request.action() + " failed: " + response);
    }
    return response.body();
  }

  /** The same, parsed. */
  public JsonNode call(Request request) throws IOException {
    return JSON.readTree(send(request)).path("Response");
  }

  /** Sends a request of the control API, which must succeed. */
  public JsonNode control(String method, String route, String body) throws IOException {
    return JSON.readTree(require(method, "/_tat/" + route, body));
  }

  /** Sends any GET request, which must succeed. */
  public String get(String path) throws IOException {
    return require("GET", path, "");
  }

  /** The socket, for clients that misbehave. */
  public Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String require(String method, String path, String body) throws IOException {
    Response response = exchange(Request.http(method, path, "", body));
    if (response.status() != 200) {
      throw new IllegalStateException(method + " " + path + " failed: " + response);
    }
    return response.body();
  }

  private Socket connect() throws IOException {
    Socket opened = new Socket(InetAddress.getLoopbackAddress(), port);
    opened.setTcpNoDelay(true);
    return opened;
  }
}
