package io.tatemulator.control;

import io.tatemulator.protocol.http.WebPages;
import io.tatemulator.tls.HttpsListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks requests of the control API: it may be switched off, no page of another site may read or
 * change anything through a user's browser, and a request must have nothing that its route would
 * ignore.
 */
@Component
final class ControlGuard implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> ALWAYS = Set.of("/_tat/ready", "/_tat/info", "/_tat/ca.pem");
  private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

  private final ControlSettings settings;
  private final AllowedHosts hosts;

  ControlGuard(ControlSettings settings, HttpsListener https, Environment environment) {
    this.settings = settings;
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
      return refuse(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          String.format(
              Locale.ROOT,
              "the control API does not answer as %s; tat.control.allowed-hosts adds names",
              AllowedHosts.name(host)));
    }
    if (!settings.enabled() && !ALWAYS.contains(request.getRequestURI())) {
      return refuse(
          response,
          HttpServletResponse.SC_NOT_FOUND,
          "the control API is switched off by tat.control.enabled");
    }
    if (!CHANGE_NOTHING.contains(request.getMethod()) && WebPages.isForeign(request::getHeader)) {
      return refuse(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "a page of another origin may not change the emulator");
    }
    // Spring answers OPTIONS by a method of its own, which takes no parameter of any route.
    if (handler instanceof HandlerMethod route && !request.getMethod().equals("OPTIONS")) {
      new RouteParameters(route).check(request);
    }
    return true;
  }

  private static boolean refuse(HttpServletResponse response, int status, String told)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(new Told(told)));
    return false;
  }
}
