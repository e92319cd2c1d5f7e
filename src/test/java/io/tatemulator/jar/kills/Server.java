package io.tatemulator.jar.kills;

import io.tatemulator.testing.Api;
import io.tatemulator.testing.Control;
import io.tatemulator.testing.RunningJar;

/** A running emulator, as its clients see it. */
record Server(RunningJar jar, int port) {
  static Server of(RunningJar jar) {
    return new Server(jar, jar.port());
  }

  Api api(String region) {
    return new Api(port, "AKIDOFNOBODY").with("X-TC-Region", region);
  }

  Control control() {
    return new Control(port);
  }
}
