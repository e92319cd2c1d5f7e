package io.tatemulator.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Clients that fall silent amid a request, until they are closed. */
public final class SilentClients implements AutoCloseable {
  private static final byte[] HALF_A_REQUEST =
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{".getBytes(US_ASCII);

  private final List<Socket> sockets = new ArrayList<>();

  /** Some number of them, each of which has sent half a request. */
  public SilentClients(int count, int port) throws IOException {
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(socket);
      socket.getOutputStream().write(HALF_A_REQUEST);
    }
  }

  /** How many are connected. */
  public int count() {
    return sockets.size();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
