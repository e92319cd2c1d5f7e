package io.tatemulator.control;

import io.tatemulator.protocol.http.WebPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before the control API: it may be switched off, and no page of another site may change
 * anything through the browser of somebody who runs an emulator. Nor may a request have what its
 * route would overlook.
 */
@Component
final class ControlGuard implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> ALWAYS = Set.of("/_tat/ready", "/_tat/info", "/_tat/ca.pem");
  private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

  private final ControlSettings settings;

  ControlGuard(ControlSettings settings) {
    this.settings = settings;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/_tat/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
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
    if (handler instanceof HandlerMethod route) {
      new RouteParameters(route).check(request);
    }
    return true;
  }

  private static boolean refuse(HttpServletResponse response, int status, String told)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(("{\"error\":\"" + told + "\"}").getBytes(StandardCharsets.UTF_8));
    return false;
  }
}
