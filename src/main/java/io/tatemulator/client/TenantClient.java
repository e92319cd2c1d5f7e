package io.tatemulator.client;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;

/**
 * A client for the state of one tenant, created by {@link ControlClient#tenant}. What it reads does
 * not count as a request of the cloud's API: no fault applies to it, no signature is needed, and
 * {@link #requests} does not show it.
 */
public final class TenantClient {
  private record Page<T>(long total, @JsonAlias({"invocations", "records"}) List<T> rows) {}

  private record InstanceList(List<Instance> instances) {}

  private record RequestList(List<LoggedRequest> requests) {}

  /** The task outputs of more invocations may take hundreds of megabytes. */
  private static final int INVOCATIONS_PER_PAGE = 20;

  private static final int RECORDS_PER_PAGE = 100;

  private final ControlHttp http;
  private final Tenant tenant;

  TenantClient(ControlHttp http, Tenant tenant) {
    this.http = http;
    this.tenant = tenant;
  }

  /** Returns the tenant. */
  public Tenant tenant() {
    return tenant;
  }

  /** Returns all invocations with their tasks, newest first. */
  public List<Invocation> invocations() {
    return all(
        route("invocations", "&limit=" + INVOCATIONS_PER_PAGE),
        new TypeReference<Page<Invocation>>() {},
        Invocation::invocationId);
  }

  /**
   * Returns an invocation with its tasks.
   *
   * @throws NoSuchElementException when the tenant has none with this id
   */
  public Invocation invocation(String invocationId) {
    String route = route("invocations", "&invocationId=" + ControlHttp.encode(invocationId));
    return http.get(route, new TypeReference<Page<Invocation>>() {}).rows().stream()
        .filter(found -> found.invocationId().equals(invocationId))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "unknown invocation `" + invocationId + "` of " + tenant));
  }

  /** Returns the records of all invokers, newest first. */
  public List<InvokerRecord> records() {
    return records("");
  }

  /** Returns the records of an invoker, newest first; also those of a deleted one. */
  public List<InvokerRecord> records(String invokerId) {
    String query = "&invokerId=" + ControlHttp.encode(invokerId) + "&limit=" + RECORDS_PER_PAGE;
    return all(
        route("records", query),
        new TypeReference<Page<InvokerRecord>>() {},
        InvokerRecord::invocationId);
  }

  /** Returns all requests that the journal holds, newest first. */
  public List<LoggedRequest> requests() {
    return requests("");
  }

  /** Returns the requests of an action that the journal holds, newest first. */
  public List<LoggedRequest> requests(String action) {
    String route =
        "requests?account="
            + ControlHttp.encode(tenant.account())
            + "&action="
            + ControlHttp.encode(action)
            + "&limit="
            + Integer.MAX_VALUE;
    return http.get(route, RequestList.class).requests().stream()
        .filter(request -> request.region().equals(tenant.region()))
        .toList();
  }

  /** Returns all instances. */
  public List<Instance> instances() {
    return http.get(route("instances", ""), InstanceList.class).instances();
  }

  /** Returns an instance. */
  public Instance instance(String instanceId) {
    return http.get(instanceRoute(instanceId), Instance.class);
  }

  /** Declares an instance, or changes it. */
  public Instance declareInstance(String instanceId, InstanceUpdate update) {
    return http.put(instanceRoute(instanceId), update, Instance.class);
  }

  /** Removes an instance. */
  public void removeInstance(String instanceId) {
    http.execute("DELETE", instanceRoute(instanceId));
  }

  /** Restores the initial state of the tenant. */
  public void reset() {
    http.execute("POST", route("reset", ""));
  }

  private String instanceRoute(String instanceId) {
    return route("instances/" + ControlHttp.encode(instanceId), "");
  }

  private String route(String path, String query) {
    return path
        + "?account="
        + ControlHttp.encode(tenant.account())
        + "&region="
        + ControlHttp.encode(tenant.region())
        + query;
  }

  /**
   * Reads all pages of a list. Rows that are added meanwhile move others to later pages, so a row
   * may come twice; its key tells.
   */
  private <T> List<T> all(String route, TypeReference<Page<T>> type, Function<T, String> key) {
    List<T> rows = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    long offset = 0;
    while (true) {
      Page<T> page = http.get(route + "&offset=" + offset, type);
      page.rows().stream().filter(row -> keys.add(key.apply(row))).forEach(rows::add);
      offset += page.rows().size();
      if (page.rows().isEmpty() || offset >= page.total()) {
        return rows;
      }
    }
  }
}
