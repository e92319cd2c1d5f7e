package io.tatemulator.control;

import io.tatemulator.control.event.Changes;
import io.tatemulator.protocol.http.CrossOriginRequests;
import io.tatemulator.tls.HttpsListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks control API requests: rejects them when the API is disabled, when a page of another site
 * tries to read or change anything through a user's browser, and when they contain anything that
 * the route would ignore.
 */
@Component
final class ControlApiInterceptor implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> ALWAYS_ENABLED =
      Set.of("/_tat/ready", "/_tat/info", "/_tat/ca.pem");
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private final ControlSettings settings;
  private final AllowedHosts hosts;
  private final Changes changes;

  ControlApiInterceptor(
      ControlSettings settings, HttpsListener https, Changes changes, Environment environment) {
    this.settings = settings;
    this.changes = changes;
    List<String> names = new ArrayList<>(settings.allowedHosts());
    names.addAll(https.names());
    Optional.ofNullable(environment.getProperty("server.address")).ifPresent(names::add);
    this.hosts = new AllowedHosts(names);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/_tat/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    String host = request.getHeader("Host");
    if (host != null && !hosts.contains(AllowedHosts.name(host))) {
      return reject(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          String.format(
              Locale.ROOT,
              "the control API does not allow the host %s; add it to tat.control.allowed-hosts",
              AllowedHosts.name(host)));
    }
    if (!settings.enabled() && !ALWAYS_ENABLED.contains(request.getRequestURI())) {
      return reject(
          response,
          HttpServletResponse.SC_NOT_FOUND,
          "the control API is disabled by tat.control.enabled");
    }
    if (!SAFE_METHODS.contains(request.getMethod())
        && CrossOriginRequests.isCrossOrigin(request::getHeader)) {
      return reject(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "a cross-origin request must not change the emulator");
    }
    // Spring handles OPTIONS with a method of its own, which has no parameters of any route.
    if (handler instanceof HandlerMethod route && !request.getMethod().equals("OPTIONS")) {
      new RouteParameters(route).check(request);
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (!SAFE_METHODS.contains(request.getMethod())) {
      changes.onControlRequest();
    }
  }

  private static boolean reject(HttpServletResponse response, int status, String message)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(JsonMapper.shared().writeValueAsBytes(new ErrorResponse(message)));
    return false;
  }
}
