package io.tatemulator.benchmark;

import io.tatemulator.benchmark.support.Connection;
import io.tatemulator.benchmark.support.Jdk;
import io.tatemulator.benchmark.support.Launch;
import io.tatemulator.benchmark.support.Request;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Server;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.benchmark.support.TempFolder;
import io.tatemulator.testing.ProtocolAgent;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What many connected agents cost, and how long a command on many of them takes. */
final class Agents {
  private static final int ROUNDS = 3;
  private static final int COUNT = 500;
  private static final int TARGETS = 100;
  private static final int AGENT_THREADS = 16;
  private static final double TIMEOUT_SECONDS = 60;
  private static final String SUCCESSES = "tat_tasks_total{status=\"SUCCESS\"}";

  private Agents() {}

  static void run(Settings settings, Results results) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AGENT_THREADS);
    List<ProtocolAgent> agents = new ArrayList<>();
    try (TempFolder folder = TempFolder.create();
        Server server =
            Server.start(
                Launch.jar(settings, Jdk.running()).with("--tat.agent.enabled=true"), folder)) {
      results.say("registering");
      register(server, agents, threads);
      double before = server.heapMebibytes();
      agents.forEach(ProtocolAgent::connect);
      double after = server.heapMebibytes();
      results.add("heap of a connected agent", "KiB", (after - before) * 1024 / COUNT);
      results.add("threads", "", server.metrics().sum("jvm_threads_live_threads"));
      results.add("the first command on " + TARGETS + " agents", "s", command(server, agents));
      for (int round = 1; round <= settings.roundsOr(ROUNDS); round++) {
        results.say("round " + round);
        results.add("a command on " + TARGETS + " agents", "s", command(server, agents));
      }
    } finally {
      agents.forEach(ProtocolAgent::close);
      threads.shutdownNow();
    }
  }

  private static void register(Server server, List<ProtocolAgent> agents, ExecutorService threads)
      throws Exception {
    JsonNode code;
    try (Connection connection = new Connection(server.port())) {
      code = connection.call(new Request("CreateRegisterCode", "{\"RegisterLimit\":1000}"));
    }
    HttpClient http = HttpClient.newHttpClient();
    for (int i = 0; i < COUNT; i++) {
      ProtocolAgent agent = new ProtocolAgent(server.port(), http).machineId("machine-" + i);
      agent.register(
          code.path("RegisterCodeId").asString(), code.path("RegisterCodeValue").asString());
      agents.add(agent.onKick(message -> threads.execute(() -> work(agent))));
    }
  }

  /** Several kicks may list the same task; only one of them starts it. */
  private static void work(ProtocolAgent agent) {
    synchronized (agent) {
      for (JsonNode task : agent.tasks().path("InvocationNormalTaskSet")) {
        String id = task.path("InvocationTaskId").asString();
        if (!agent.start(id).has("Error")) {
          agent.log(id, 0, "done\n");
          agent.finish(id, "SUCCESS", 0);
        }
      }
    }
  }

  private static double command(Server server, List<ProtocolAgent> agents) throws Exception {
    double before = server.metrics().sum(SUCCESSES);
    String ids =
        agents.stream()
            .limit(TARGETS)
            .map(agent -> "\"" + agent.instanceId() + "\"")
            .collect(Collectors.joining(","));
    long begun = System.nanoTime();
    try (Connection connection = new Connection(server.port())) {
      connection.call(
          new Request("RunCommand", "{\"Content\":\"bHM=\",\"InstanceIds\":[" + ids + "]}"));
    }
    while (server.metrics().sum(SUCCESSES) < before + TARGETS) {
      if (System.nanoTime() - begun > TIMEOUT_SECONDS * 1e9) {
        throw new IllegalStateException("the tasks did not end; " + server.errors());
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return (System.nanoTime() - begun) / 1e9;
  }
}
