package io.tatemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.control.ControlOperation.Request;
import io.tatemulator.testing.Body;
import io.tatemulator.testing.RawHttp;
import io.tatemulator.testing.Signer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds docs/control-api.yaml against the routes. Each status that it names is brought about, with
 * requests that follow from the file itself.
 */
class ControlApiTest extends ControlTest {
  private static final ControlApiFile API = new ControlApiFile();
  private static final String DUE = "2021-08-31T16:00:00Z";

  /** The invocation that the file names as an example, in whose place one is sent that exists. */
  private static final String EXAMPLE_INVOCATION = "inv-abcdefgh";

  private String invocation = EXAMPLE_INVOCATION;

  @Override
  protected String[] settings() {
    return new String[] {"--tat.storage=memory", "--tat.tls.port=0", "--tat.clock.max-fires=1"};
  }

  /** A state in which every route has something of each kind to show. */
  private void populate() {
    control
        .ok("GET", "snapshots", "")
        .path("snapshots")
        .forEach(kept -> control.call("DELETE", "snapshots/" + kept.path("name").asString(), ""));
    control.freeze("2021-08-31T15:59:00Z");
    control.ok("PUT", "instances/ins-abcdefgh", "{}");
    control.ok("POST", "outcomes", "{'outcome': {'exitCode': 3}}");
    invocation = api.ok("RunCommand", Body.run("ins-abcdefgh")).text("InvocationId");
    control.advance(Duration.ZERO);
    api.createInvoker(Body.once(DUE));
    control.ok("POST", "faults", "{'fault': {'code': 'RequestLimitExceeded'}}");
    api.call("DescribeRegions", "{}");
    Signer other = Signer.wellKnown("other.test");
    api.with("X-TC-Timestamp", other.timestamp())
        .with("Authorization", other.authorization("{}"))
        .call("DescribeRegions", "{}");
    control.ok("PUT", "outcomes", API.operation("replaceOutcomes").shortest().body());
    control.ok("PUT", "faults", API.operation("replaceFaults").shortest().body());
    control.ok("PUT", "snapshots/before-deploy", "");
  }

  /** Sends a request, whose answer must be as described, and gives its status. */
  private int status(Request request, String... headers) {
    HttpResponse<String> answer =
        control.send(
            request.of().method(),
            request.target().replace(EXAMPLE_INVOCATION, invocation),
            request.body(),
            headers);
    assertThat(API.misfits(request.of(), answer)).as(request + ": " + answer.body()).isEmpty();
    return answer.statusCode();
  }

  @Test
  void describesEveryRouteAndNoOther() {
    List<HandlerMapping> mappings = emulator.part(DispatcherServlet.class).getHandlerMappings();
    Stream<String> routes =
        Objects.requireNonNull(mappings).stream()
            .filter(RequestMappingInfoHandlerMapping.class::isInstance)
            .map(RequestMappingInfoHandlerMapping.class::cast)
            .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
            .map(Object::toString)
            .filter(route -> route.contains("/_tat"));

    assertThat(API.operations())
        .extracting(one -> "{%s [%s]}".formatted(one.method(), one.path()))
        .containsExactlyInAnyOrderElementsOf(routes.toList());
  }

  @Test
  void noSchemaTakesMembersThatItDoesNotName() {
    assertThat(API.objects())
        .isNotEmpty()
        .allMatch(schema -> schema.path("additionalProperties").isBoolean());
  }

  @Test
  void examplesAreWhatTheirSchemasSay() {
    assertThat(API.operations())
        .filteredOn(one -> !one.schema().isMissingNode())
        .allSatisfy(
            one ->
                assertThat(one.examples())
                    .isNotEmpty()
                    .allSatisfy(
                        example -> assertThat(API.misfits(one.schema(), example)).isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void validRequestsSucceedAsDescribed(Request request) {
    populate();

    assertThat(status(request)).isIn(200, 204);
  }

  private static Stream<Request> requests() {
    return API.endingOperations().stream().flatMap(ControlOperation::requests);
  }

  @Test
  void invalidRequestsAreRejectedAsDescribed() {
    populate();

    assertThat(API.endingOperations())
        .allSatisfy(
            one -> {
              List<Request> spoilt = API.spoilt(one);
              assertThat(spoilt).isNotEmpty();
              assertThat(spoilt).allMatch(request -> status(request) == 400);
            });
  }

  @Test
  void changesByAPageOfAnotherOriginAreRejectedAsDescribed() {
    populate();

    assertThat(API.endingOperations())
        .allSatisfy(
            one ->
                assertThat(status(one.shortest(), "Origin", "https://elsewhere.test"))
                    .isEqualTo(one.method().equals("GET") ? 200 : 403));
  }

  @Test
  void requestsToAnotherHostNameAreRejectedAsDescribed() {
    populate();

    assertThat(API.endingOperations())
        .allSatisfy(
            one -> {
              assertThat(one.statuses()).contains(403);
              assertThat(new RawHttp(emulator.port()).exchange(toAnotherName(one.shortest())))
                  .startsWith("HTTP/1.1 403")
                  .contains("{\"error\":\"");
            });
  }

  private static String toAnotherName(Request request) {
    return "%s %s HTTP/1.1\r\nHost: elsewhere.test\r\nConnection: close\r\n\r\n"
        .formatted(request.of().method(), request.target());
  }

  @Test
  void unknownResourcesAreRejectedAsDescribed() {
    restart("--tat.storage=memory");

    assertThat(API.answering(404)).isNotEmpty().allMatch(one -> status(one.shortest()) == 404);
  }

  @Test
  void conflictingRequestsAreRejectedAsDescribed() {
    populate();
    control.ok("DELETE", "faults", "");
    api.createInvoker(Body.once(DUE));
    control.ok("PUT", "snapshots/twice", withATenantTwice());
    control.ok("PUT", "seed", API.operation("setSeed").shortest().body());
    api.createCommand(Body.command("of-the-seed"));

    List<Request> refused =
        List.of(
            request("setClock", "clock", "{'mode': 'frozen', 'now': '2021-08-31T15:00:00Z'}"),
            request("advance", "clock/advance", "{'to': '2021-08-31T15:00:00Z'}"),
            request("advanceToNext", "clock/advance-to-next", ""),
            request("loadSnapshot", "snapshots/twice/load", ""),
            request("forkSnapshot", "snapshots/twice/fork?as=before-deploy", ""),
            API.operation("setSeed").shortest());

    assertThat(refused).allMatch(request -> status(request) == 409);
    assertThat(refused)
        .extracting(Request::of)
        .containsExactlyInAnyOrderElementsOf(API.answering(409));
  }

  @Test
  void tooLargeFilesAreRejectedAsDescribed() {
    restart("--tat.storage=memory", "--tat.snapshot.max-size=1B");

    assertThat(API.answering(413))
        .isNotEmpty()
        .allMatch(one -> status(one.requests().toList().get(1)) == 413);
  }

  private static Request request(String id, String path, String body) {
    return new Request(API.operation(id), "/_tat/" + path, body.replace('\'', '"'));
  }

  private static String withATenantTwice() {
    ObjectNode file = (ObjectNode) API.operation("putSnapshot").examples().get(0).deepCopy();
    ArrayNode tenants = (ArrayNode) file.at("/tables/tenant/rows");
    tenants.addArray().add(1).add("1").add("a").add(0).add(0).add(0).add(0);
    tenants.add(tenants.get(0));
    return file.toString();
  }

  @Test
  void requestsBeforeReadinessAreRejectedAsDescribed() {
    accept(ReadinessState.REFUSING_TRAFFIC);
    try {
      assertThat(API.answering(503)).isNotEmpty().allMatch(one -> status(one.shortest()) == 503);
    } finally {
      accept(ReadinessState.ACCEPTING_TRAFFIC);
    }
  }

  private void accept(ReadinessState state) {
    emulator
        .part(ApplicationAvailabilityBean.class)
        .onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
  }

  @Test
  void noOtherStatusIsDescribed() {
    assertThat(API.operations())
        .flatMap(ControlOperation::statuses)
        .containsOnly(200, 204, 400, 403, 404, 409, 413, 503);
  }
}
