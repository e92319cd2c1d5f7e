package io.tatemulator.benchmark;

import io.tatemulator.TatEmulator;
import io.tatemulator.benchmark.support.Request;
import io.tatemulator.benchmark.support.Results;
import io.tatemulator.benchmark.support.Settings;
import io.tatemulator.invoker.action.CreateInvoker;
import io.tatemulator.protocol.codec.RequestBinder;
import io.tatemulator.protocol.signature.Authenticator;
import io.tatemulator.protocol.wire.ApiRequest;
import io.tatemulator.protocol.wire.RequestParser;
import io.tatemulator.tat.TatService;
import io.tatemulator.testing.Signer;
import io.tatemulator.time.Crontab;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Parts of a request and of a fire, measured with JMH. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class InProcess {
  private static final int ROUNDS = 5;
  private static final String CRONTAB = "7,37 8-18/2 1-15 * MON-FRI";
  private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2031-01-01T00:00:00Z");
  private static final String HOST = "127.0.0.1";
  private static final Map<String, String> FIGURES =
      new TreeMap<>(
          Map.of(
              "parseCrontab", "crontab: parse",
              "nextFire", "crontab: next fire",
              "bind", "CreateInvoker: read and bind",
              "verifySignature", "signature v3: verified",
              "passSignature", "signature v3: unknown SecretId, not verified"));

  private final ConfigurableApplicationContext emulator;
  private final RequestParser parser;
  private final RequestBinder binder;
  private final Authenticator authenticator;
  private final ApiRequest known;
  private final ApiRequest unknown;
  private final Crontab crontab = Crontab.parse(CRONTAB);
  private Instant last = START;

  static void run(Settings settings, Results results) throws Exception {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(InProcess.class.getName())
        .forks(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(settings.roundsOr(ROUNDS))
        .measurementTime(TimeValue.seconds(2));
    for (RunResult result : new Runner(options).run()) {
      String method = result.getPrimaryResult().getLabel();
      String figure = FIGURES.getOrDefault(method, method);
      result
          .getBenchmarkResults()
          .forEach(
              fork ->
                  fork.getIterationResults()
                      .forEach(
                          round -> results.add(figure, "us", round.getPrimaryResult().getScore())));
    }
  }

  /** Starts an emulator, whose own parts are measured. */
  public InProcess() {
    emulator =
        new SpringApplicationBuilder(TatEmulator.class)
            .properties(TatEmulator.CONFIG_NAME)
            .run("--server.port=0", "--tat.storage=memory");
    parser = emulator.getBean(RequestParser.class);
    binder = emulator.getBean(RequestBinder.class);
    authenticator = emulator.getBean(Authenticator.class);
    known = signed("AKIDEMULATOREXAMPLE", "emulator-secret-key");
    unknown = signed("AKIDUNKNOWNTOANYONE", "emulator-secret-key");
  }

  @TearDown
  public void stop() {
    emulator.close();
  }

  @Benchmark
  public Crontab parseCrontab() {
    return Crontab.parse(CRONTAB);
  }

  /** Each call continues at the last fire, as the scheduler does, within one decade. */
  @Benchmark
  public Instant nextFire() {
    last = crontab.next(last.isBefore(END) ? last : START).orElseThrow();
    return last;
  }

  @Benchmark
  public CreateInvoker.Request bind() {
    Class<CreateInvoker.Request> type = CreateInvoker.Request.class;
    return binder.bind(parser.parse(known).parametersOrThrow().as(type), type, TatService.MODEL);
  }

  @Benchmark
  public String verifySignature() {
    return authenticator.authenticate(known, parser.parse(known));
  }

  @Benchmark
  public String passSignature() {
    return authenticator.authenticate(unknown, parser.parse(unknown));
  }

  private static ApiRequest signed(String secretId, String secretKey) {
    String body = Request.createInvoker("benchmark", Request.NEVER).body();
    Signer signer = new Signer(secretId, secretKey, HOST, Instant.now());
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Host", HOST);
    headers.put("Content-Type", "application/json");
    headers.put("X-TC-Action", "CreateInvoker");
    headers.put("X-TC-Version", "2020-10-28");
    headers.put("X-TC-Region", "ap-guangzhou");
    headers.put("X-TC-Timestamp", signer.timestamp());
    headers.put("Authorization", signer.authorization(body));
    return new ApiRequest("POST", "", headers::get, body.getBytes(StandardCharsets.US_ASCII));
  }
}
