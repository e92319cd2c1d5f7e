package io.tatemulator.benchmark.support;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A program that embeds the emulator and starts it twice. It uses nothing else of the harness, so
 * that nothing else is on its class path.
 */
public final class EmbeddedStarts {
  /** Comes before the milliseconds that both starts took. */
  public static final String PREFIX = "MILLISECONDS ";

  private static final String BODY =
      """
      {"Name":"embedded","Type":"SCHEDULE","CommandId":"cmd-m7uma92n",\
      "InstanceIds":["ins-yx05ky8j"],"ScheduleSettings":\
      {"Policy":"ONCE","InvokeTime":"2099-01-01T00:00:00+08:00"}}""";

  private EmbeddedStarts() {}

  public static void main(String[] arguments) throws IOException {
    double first = start();
    System.out.println(PREFIX + first + " " + start());
  }

  private static double start() throws IOException {
    long begun = System.nanoTime();
    try (RunningEmulator emulator = TatEmulator.start()) {
      createInvoker(emulator.port());
      return (System.nanoTime() - begun) / 1e6;
    }
  }

  private static void createInvoker(int port) throws IOException {
    String request =
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "X-TC-Version: 2020-10-28\r\nX-TC-Region: ap-guangzhou\r\n"
            + "X-TC-Action: CreateInvoker\r\nConnection: close\r\nContent-Length: "
            + BODY.length()
            + "\r\n\r\n"
            + BODY;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String response = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      if (!response.contains("\"InvokerId\"")) {
        throw new IllegalStateException(response);
      }
    }
  }
}
